using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>A depth isn't negative.</summary>
internal static class EVT004
{
    private const string Id = nameof(EVT004);

    public static void Check(EventVisit visit)
    {
        Node depth = visit.Event[EventField.Depth];
        if (depth.Kind == NodeKind.Integer && (depth.Flags & NodeFlags.BigInteger) == 0 && depth.Int64Value < 0 && visit.Wants(Id))
        {
            visit.Report(Id, depth, ("depth", depth.Int64Value));
        }
    }
}
