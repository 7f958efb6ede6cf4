namespace Conformance.Corpus.Tests.Corpus;

/// <summary>What the corpus and the validator don't agree about yet, each with its reason.</summary>
internal static class OpenEnds
{
    /// <summary>Cases that the validator doesn't pass yet: what the case asks for is right, as far as we can see.</summary>
    public static IReadOnlyDictionary<string, string> KnownFailures { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };
}
