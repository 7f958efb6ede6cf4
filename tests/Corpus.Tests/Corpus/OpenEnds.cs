namespace Conformance.Corpus.Tests.Corpus;

/// <summary>What the corpus and the validator don't agree about yet, and rules that no case can trigger. Each with its reason.</summary>
internal static class OpenEnds
{
    private const string NumbersOnly = "Numbers of this kind are no fault outside of events, and have rules of their own within (EVT011 to EVT015).";

    private const string Huge = "Needs an input of tens of megabytes; the unit tests of the reader have it.";

    /// <summary>Rules without a case.</summary>
    public static IReadOnlyDictionary<string, string> WithoutCase { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ARC022"] = "Needs an archive in a format that only the system's libarchive reads.",
        ["ARC023"] = "RAR archives can be made by non-free programs only.",
        ["ARC024"] = "Needs an archive in a format that only the system's libarchive reads.",
        ["CBR023"] = NumbersOnly,
        ["CBR024"] = NumbersOnly,
        ["CBR025"] = NumbersOnly,
        ["CBR026"] = NumbersOnly,
        ["EVT019"] = "In an archive a room's ID is judged where the room is listed (ROM003, ROM017), and an event that names another falls under EVT018.",
        ["JSN024"] = NumbersOnly,
        ["JSN025"] = NumbersOnly,
        ["JSN026"] = NumbersOnly,
        ["JSN027"] = NumbersOnly,
        ["CBR029"] = Huge,
        ["LIM006"] = Huge,
        ["LIM025"] = Huge,
        ["CBR030"] = Huge,
        ["JSN021"] = "Only a JSON text that is cut into items can have one that is too large; in an archive all JSON is read whole (LIM020).",
        ["JSN022"] = Huge,
        ["JSN023"] = Huge,
    };

    /// <summary>Cases that the validator doesn't pass yet: what the case asks for is right, as far as we can see.</summary>
    public static IReadOnlyDictionary<string, string> KnownFailures { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ARC/zip-no-directory"] = "The run ends with 'no manifest' and exit code 3; what is wrong with the container is not reported.",
        ["ARC/zip-directory-offset-wrong"] = "The run ends with 'no manifest' and exit code 3; what is wrong with the container is not reported.",
        ["CBR/item-too-large"] = "An item that was passed over leaves the verdict at valid.",
        ["CBR/too-deep"] = "What is too deep to be read leaves the verdict at valid.",
        ["CBR/too-deep-indefinite"] = "What is too deep to be read leaves the verdict at valid.",
        ["JSN/too-deep"] = "What is too deep to be read leaves the verdict at valid.",
        ["USR/created-at-in-future"] = "The run isn't told the time.",
    };
}
