namespace Conformance.Benchmarks.Processes;

/// <summary>What one run of a process took.</summary>
/// <param name="WallSeconds">Time from start to exit.</param>
/// <param name="CpuSeconds">User and system time of the process and the children it waited for.</param>
/// <param name="PeakBytes">Largest resident set.</param>
/// <param name="Exit">Exit code.</param>
internal readonly record struct Measurement(double WallSeconds, double CpuSeconds, long PeakBytes, int Exit);
