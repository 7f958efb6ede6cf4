namespace Conformance.Profiles.Federation;

/// <summary>A file that is read more than once.</summary>
/// <param name="Name">What findings call it; empty for the input itself.</param>
/// <param name="Open">Opens it from the start. May throw <see cref="IOException"/>.</param>
internal sealed record FederationInput(string Name, Func<Stream> Open);
