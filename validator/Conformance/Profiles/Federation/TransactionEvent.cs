using System.Collections.Immutable;
using System.Text;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Versions;

namespace Conformance.Profiles.Federation;

/// <summary>What is kept of an event of a transaction, whose events may belong to different rooms.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="Room">The room that it says it belongs to; empty when it doesn't say so.</param>
/// <param name="Type">Its type.</param>
/// <param name="StateKey">Its state key; null when it has none.</param>
/// <param name="Time">Its <c>origin_server_ts</c>; null when it has none that can be read.</param>
/// <param name="PrevEvents">The events that it follows.</param>
/// <param name="AuthEvents">The events that authorise it.</param>
internal sealed record TransactionEvent(
    string Id, string Room, string Type, string? StateKey, long? Time, ImmutableArray<string> PrevEvents, ImmutableArray<string> AuthEvents)
{
    private const int MaxReferences = 100;

    /// <summary>What is to be kept of an event that was just checked.</summary>
    /// <param name="checker">Has checked it, and knows its ID.</param>
    public static TransactionEvent Of(EventChecker checker)
    {
        EventView view = checker.Visit.Event;
        Node time = view[EventField.OriginServerTs];
        return new TransactionEvent(
            Encoding.UTF8.GetString(checker.Identity.Utf8),
            view[EventField.RoomId].AsString() ?? "",
            view[EventField.Type].AsString() ?? "",
            view[EventField.StateKey].AsString(),
            time.Kind == NodeKind.Integer && (time.Flags & NodeFlags.BigInteger) == 0 ? time.Int64Value : null,
            References(view[EventField.PrevEvents]),
            References(view[EventField.AuthEvents]));
    }

    /// <summary>The IDs in a list of references: texts, or in the first room versions pairs of a text and hashes.</summary>
    private static ImmutableArray<string> References(Node list)
    {
        ImmutableArray<string>.Builder ids = ImmutableArray.CreateBuilder<string>();
        foreach (Node reference in list.Elements())
        {
            string? id = reference.AsString();
            foreach (Node part in reference.Elements())
            {
                id ??= part.AsString();
            }

            if (id is not null && ids.Count < MaxReferences)
            {
                ids.Add(id);
            }
        }

        return ids.ToImmutable();
    }
}
