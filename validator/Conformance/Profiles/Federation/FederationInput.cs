namespace Conformance.Profiles.Federation;

/// <summary>A file that is read more than once.</summary>
/// <param name="Name">What findings call it; empty for the input itself.</param>
/// <param name="Open">Opens it from the start. May throw <see cref="IOException"/>.</param>
internal sealed record FederationInput(string Name, Func<Stream> Open)
{
    /// <summary>Position in the run, which orders findings.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>Whether its bytes were made out of a part of another file, so that offsets in them mean nothing to anybody else.</summary>
    public bool IsMade { get; init; }

    /// <summary>The file, as locations name it: null for the input itself.</summary>
    public string? Member => Name.Length == 0 ? null : Name;
}
