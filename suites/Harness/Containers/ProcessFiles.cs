using System.Globalization;

namespace Conformance.Suites.Harness.Containers;

/// <summary>What the system tells of processes. On Linux from /proc; elsewhere through the runtime.</summary>
internal static class ProcessFiles
{
    /// <summary>The machine's boot and the process namespace.</summary>
    public static string Place()
    {
        try
        {
            string boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            return $"{boot} {File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Environment.MachineName;
        }
    }

    /// <summary>When a process started; null when there is none.</summary>
    public static string? Started(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);

            // The clock ticks since boot, where they are to be had: a start time in seconds can move with the clock.
            string stat = $"/proc/{process}/stat";
            if (File.Exists(stat))
            {
                const int StartTime = 19;
                string text = File.ReadAllText(stat);
                return text[(text.LastIndexOf(')') + 2)..].Split(' ')[StartTime];
            }

            return found.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
