namespace Conformance.Suites.Harness.Targets;

/// <summary>A target can't be started on this machine for want of something that can be installed: a reason to skip, unless the machine is meant to have it.</summary>
/// <param name="message">What is missing and how to get it.</param>
public sealed class TargetUnavailableException(string message) : HarnessException(message);
