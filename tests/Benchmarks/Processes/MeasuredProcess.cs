using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Conformance.Benchmarks.Processes;

/// <summary>
/// Runs a command with its output thrown away and asks the system what it took: <c>wait4</c>, which knows CPU time and the largest
/// resident set of exactly this process. Linux and macOS on 64 bits.
/// </summary>
internal static partial class MeasuredProcess
{
    private const int OpenForWriting = 1;

    /// <summary>What a program that does nothing is said to have needed: on Linux a started process inherits the peak of the one that
    /// started it, so that no smaller peak can be seen.</summary>
    /// <returns>Bytes.</returns>
    public static long SmallestPeak() => Run("true").PeakBytes;

    /// <summary>Runs a command.</summary>
    /// <param name="command">The program, with its path or found in PATH, and its arguments.</param>
    /// <returns>What it took.</returns>
    /// <exception cref="InvalidOperationException">The program can't be started.</exception>
    /// <exception cref="PlatformNotSupportedException">The system has no wait4.</exception>
    public static Measurement Run(params string[] command)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            throw new PlatformNotSupportedException("Comparisons run on Linux and macOS.");
        }

        nint actions = Marshal.AllocHGlobal(1024);
        try
        {
            _ = InitActions(actions);
            _ = AddOpen(actions, 1, "/dev/null", OpenForWriting, 0);
            _ = AddOpen(actions, 2, "/dev/null", OpenForWriting, 0);
            string?[] arguments = [.. command, null];
            string?[] environment = [.. EnvironmentEntries(), null];
            long start = Stopwatch.GetTimestamp();
            int problem = Spawn(out int process, command[0], actions, 0, arguments, environment);
            if (problem != 0)
            {
                throw new InvalidOperationException($"{command[0]} can't be started: {Marshal.GetPInvokeErrorMessage(problem)}");
            }

            var usage = new Usage();
            int status;
            while (Wait(process, out status, 0, ref usage) < 0)
            {
                // Interrupted by a signal: wait on.
            }

            double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
            double cpu = usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
            long peak = OperatingSystem.IsMacOS() ? usage.PeakResident : usage.PeakResident * 1024;
            return new Measurement(wall, cpu, peak, (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f));
        }
        finally
        {
            _ = DestroyActions(actions);
            Marshal.FreeHGlobal(actions);
        }
    }

    private static IEnumerable<string> EnvironmentEntries() =>
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}");

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int process, string file, nint actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(nint actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(nint actions);

    [LibraryImport("libc", EntryPoint = "wait4")]
    private static partial int Wait(int process, out int status, int options, ref Usage usage);

    /// <summary>The beginning of <c>struct rusage</c>, with room for the rest of it.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public long PeakResident;
    }
}
