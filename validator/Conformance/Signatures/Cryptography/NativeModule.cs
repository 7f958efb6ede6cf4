using System.ComponentModel;
using System.Diagnostics;

namespace Conformance.Signatures.Cryptography;

/// <summary>Files that the process has loaded.</summary>
internal static class NativeModule
{
    /// <summary>The file that holds a function.</summary>
    /// <param name="function">The function's address.</param>
    /// <returns>The path; null when the system doesn't tell.</returns>
    public static string? PathOf(nint function)
    {
        try
        {
            using var process = Process.GetCurrentProcess();
            foreach (ProcessModule module in process.Modules)
            {
                if (function >= module.BaseAddress && function < module.BaseAddress + module.ModuleMemorySize)
                {
                    return module.FileName;
                }
            }
        }
        catch (Exception exception) when (exception is Win32Exception or NotSupportedException or InvalidOperationException or IOException)
        {
            return null;
        }

        return null;
    }
}
