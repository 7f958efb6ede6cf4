namespace Conformance.Suites.Harness.Containers;

/// <summary>A container ended before it was ready, or wasn't ready within its bound.</summary>
/// <param name="message">What it was waited for, and how it was.</param>
/// <param name="log">The end of its log.</param>
public sealed class ContainerFailedException(string message, string log)
    : HarnessException($"{message}\nThe end of its log:\n{log}")
{
    /// <summary>The end of its log.</summary>
    public string Log { get; } = log;
}
