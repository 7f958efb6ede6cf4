using System.Runtime.InteropServices;

namespace Conformance.Signatures.Cryptography;

/// <summary>Finds libraries where the system's loader looks, never in the working directory.</summary>
internal sealed class SystemLibraryFinder : INativeLibraryFinder
{
    /// <inheritdoc />
    public nint Find(string name) =>
        NativeLibrary.TryLoad(name, typeof(SystemLibraryFinder).Assembly, DllImportSearchPath.SafeDirectories, out nint handle) ? handle : 0;
}
