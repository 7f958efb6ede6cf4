using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A depth isn't above the limit of the room version.</summary>
internal static class EVT005
{
    private const string Id = nameof(EVT005);

    public static void Check(EventVisit visit)
    {
        // In versions with strict canonical JSON no integer of an event may be that large: EVT012.
        Node depth = visit.Event[EventField.Depth];
        if (depth.Kind == NodeKind.Integer && (depth.Flags & NodeFlags.BigInteger) != 0
            && visit.Version is { StrictCanonicalJson: false } version && visit.Wants(Id))
        {
            visit.Report(Id, depth, ("limit", version.MaxDepth));
        }
    }
}
