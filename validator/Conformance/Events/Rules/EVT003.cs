using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>The members of an event are of their types.</summary>
internal static class EVT003
{
    private const string Id = nameof(EVT003);

    private static readonly NodeKind[] Expected = Expectations();

    public static void Check(EventVisit visit)
    {
        EventView view = visit.Event;
        for (int field = 0; field < EventFields.Count; field++)
        {
            NodeKind kind = view.KindOf((EventField)field);
            if (kind != Expected[field] && kind != NodeKind.None && Expected[field] != NodeKind.None
                && !IsUnread(view[(EventField)field]) && !IsJudgedAsNumber(visit, field, kind))
            {
                Report(visit, (EventField)field, kind);
            }
        }
    }

    // What stands for a value that couldn't be read has no type.
    private static bool IsUnread(Node value) => (value.Flags & NodeFlags.Incomplete) != 0;

    // A float in place of an integer falls under the rules on numbers; but a depth must be an integer in every version.
    private static bool IsJudgedAsNumber(EventVisit visit, int field, NodeKind kind) =>
        kind == NodeKind.Float && Expected[field] == NodeKind.Integer
            && (field != (int)EventField.Depth || visit.Version is null or { StrictCanonicalJson: true });

    private static void Report(EventVisit visit, EventField field, NodeKind kind)
    {
        if (visit.Wants(Id))
        {
            visit.Report(
                Id, field, ("field", EventFields.Name(field)), ("expected", Kinds.Name(Expected[(int)field])), ("kind", Kinds.Name(kind)));
        }
    }

    private static NodeKind[] Expectations()
    {
        // None: relics of old events, and "redacts", which servers take as it comes.
        var kinds = new NodeKind[EventFields.Count];
        kinds[(int)EventField.AuthEvents] = NodeKind.Array;
        kinds[(int)EventField.Content] = NodeKind.Map;
        kinds[(int)EventField.Depth] = NodeKind.Integer;
        kinds[(int)EventField.EventId] = NodeKind.Text;
        kinds[(int)EventField.Hashes] = NodeKind.Map;
        kinds[(int)EventField.OriginServerTs] = NodeKind.Integer;
        kinds[(int)EventField.PrevEvents] = NodeKind.Array;
        kinds[(int)EventField.RoomId] = NodeKind.Text;
        kinds[(int)EventField.Sender] = NodeKind.Text;
        kinds[(int)EventField.Signatures] = NodeKind.Map;
        kinds[(int)EventField.StateKey] = NodeKind.Text;
        kinds[(int)EventField.Type] = NodeKind.Text;
        kinds[(int)EventField.Unsigned] = NodeKind.Map;
        return kinds;
    }
}
