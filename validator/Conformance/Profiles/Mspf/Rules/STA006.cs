using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file of states before events is a map of rooms, these of events, these with arrays of event IDs.</summary>
internal static class STA006
{
    private const string Id = nameof(STA006);

    public static void Check(Node value, DocumentVisit visit)
    {
        string expected = visit.Item.Parent switch
        {
            null => "a map of rooms",
            { Depth: 0 } => "a map of events",
            _ => "an array of event IDs",
        };
        visit.Report(Id, value, ("kind", KindName.Of(value)), ("expected", expected));
    }
}
