using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>What a server adds to <c>unsigned</c> for its own clients isn't part of an event.</summary>
internal static class EVT036
{
    private const string Id = nameof(EVT036);

    public static void Check(EventVisit visit)
    {
        foreach ((Node key, _) in visit.Event[EventField.Unsigned].Members())
        {
            if (key.Kind == NodeKind.Text && IsLocal(key.Utf8) && visit.Wants(Id))
            {
                visit.Report(Id, key, ("field", key.AsString()));
            }
        }
    }

    private static bool IsLocal(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("transaction_id"u8) || name.SequenceEqual("prev_content"u8) || name.SequenceEqual("prev_sender"u8)
        || name.SequenceEqual("redacted_because"u8) || name.SequenceEqual("redacted_by"u8) || name.SequenceEqual("m.relations"u8)
        || name.SequenceEqual("membership"u8);
}
