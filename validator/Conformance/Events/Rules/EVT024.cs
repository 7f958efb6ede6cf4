using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>References to other events have the form of their room version.</summary>
internal static class EVT024
{
    private const string Id = nameof(EVT024);

    public static void Report(EventVisit visit, Node entry, RoomVersion version)
    {
        if (visit.Wants(Id))
        {
            string expected = version.References == EventReferenceForm.Id ? "an event ID" : "a pair of an event ID and an object of hashes";
            visit.Report(Id, entry, ("version", version.Id), ("expected", expected), ("kind", Kinds.Name(entry.Kind)));
        }
    }
}
