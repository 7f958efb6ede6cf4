namespace Conformance.Corpus.Tests.Corpus;

/// <summary>What the corpus and the validator don't agree about yet, and rules that no case can trigger. Each with its reason.</summary>
internal static class OpenEnds
{
    private const string Huge = "Needs an input of tens of megabytes; the unit tests of the reader have it.";

    /// <summary>Rules without a case.</summary>
    public static IReadOnlyDictionary<string, string> WithoutCase { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["EVT019"] = "In an archive a room's ID is judged where the room is listed (ROM003, ROM017), and an event that names another falls under EVT018.",
        ["CBR030"] = Huge,
        ["JSN021"] = "Only a JSON text that is cut into items can have one that is too large; in an archive all JSON is read whole (LIM020).",
        ["JSN022"] = Huge,
        ["JSN023"] = Huge,
    };

    /// <summary>Cases that the validator doesn't pass yet: what the case asks for is right, as far as we can see.</summary>
    public static IReadOnlyDictionary<string, string> KnownFailures { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };
}
