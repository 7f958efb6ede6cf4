namespace Conformance.Corpus.Tests.Corpus;

/// <summary>Rules that no case of the corpus can trigger, and why.</summary>
internal static class OpenEnds
{
    public static IReadOnlyDictionary<string, string> WithoutCase { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ARC022"] = "Needs an archive that only the system's libarchive reads.",
    };
}
