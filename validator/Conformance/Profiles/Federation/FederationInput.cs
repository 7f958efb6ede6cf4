namespace Conformance.Profiles.Federation;

/// <summary>A file that is read more than once.</summary>
/// <param name="Name">What findings call it; empty for the input itself.</param>
/// <param name="Open">Opens it from the start. May throw <see cref="IOException"/>.</param>
internal sealed record FederationInput(string Name, Func<Stream> Open)
{
    /// <summary>Position in the run, which orders findings.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>The file, as locations name it: null for the input itself.</summary>
    public string? Member => Name.Length == 0 ? null : Name;
}
