namespace Conformance.Suites.Harness.Docker;

/// <summary>What a command in a container came to.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record ExecResult(int ExitCode, string Output, string Error);
