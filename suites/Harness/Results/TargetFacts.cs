namespace Conformance.Suites.Harness.Results;

/// <summary>What a target was in a run.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Title">What reports call it.</param>
/// <param name="Software">The name of its software, as <c>/_matrix/federation/v1/version</c> has it; empty when it told none.</param>
/// <param name="Version">Its version, likewise.</param>
/// <param name="StartedIn">How long its container took to be ready; null for a server that ran already.</param>
public sealed record TargetFacts(string Name, string Title, string Software, string Version, TimeSpan? StartedIn);
