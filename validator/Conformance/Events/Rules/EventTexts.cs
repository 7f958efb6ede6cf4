using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>Goes through the members of an event that are text of limited length, and the identifiers among them.</summary>
internal static class EventTexts
{
    /// <summary>The limit of each of these members, in bytes.</summary>
    public const int MaxBytes = DomainIdentifier.MaxLength;

    private static readonly EventField[] Limited = [EventField.EventId, EventField.RoomId, EventField.Sender, EventField.StateKey, EventField.Type];

    public static void Check(EventVisit visit)
    {
        foreach (EventField field in Limited)
        {
            ReadOnlySpan<byte> text = visit.Event.TextOf(field);
            if (text.Length > MaxBytes)
            {
                EVT006.Check(visit, field, text);
                EVT007.Check(visit, field, text);
            }
        }

        CheckSender(visit);
        CheckRoom(visit);
        CheckEventId(visit);
    }

    private static void CheckSender(EventVisit visit)
    {
        ReadOnlySpan<byte> sender = visit.Event.TextOf(EventField.Sender);
        if (!visit.Event.Has(EventField.Sender) || visit.Event.KindOf(EventField.Sender) != NodeKind.Text)
        {
            return;
        }

        IdentifierFault fault = UserId.Check(sender);
        if (fault is IdentifierFault.None or IdentifierFault.BadHost or IdentifierFault.BadPort)
        {
            EVT020.Check(visit, EventField.Sender, fault);
            EVT022.Check(visit, sender);
        }
        else
        {
            EVT021.Check(visit, fault);
        }
    }

    private static void CheckRoom(EventVisit visit)
    {
        ReadOnlySpan<byte> room = visit.Event.TextOf(EventField.RoomId);
        if (visit.Event.KindOf(EventField.RoomId) != NodeKind.Text || room.SequenceEqual(visit.Room))
        {
            // The room's own ID is judged once, not with each event.
            return;
        }

        if (!visit.Room.IsEmpty)
        {
            EVT018.Check(visit, room);
            return;
        }

        IdentifierFault fault = visit.Version is { } version ? RoomId.Check(room, version.RoomIds) : RoomId.Check(room);
        if (fault is IdentifierFault.BadHost or IdentifierFault.BadPort)
        {
            EVT020.Check(visit, EventField.RoomId, fault);
        }
        else
        {
            EVT019.Check(visit, fault);
        }
    }

    private static void CheckEventId(EventVisit visit)
    {
        if (visit.Version is not { EventIds: EventIdForm.Field } || visit.Event.KindOf(EventField.EventId) != NodeKind.Text)
        {
            return;
        }

        IdentifierFault fault = EventId.Check(visit.Event.TextOf(EventField.EventId), EventIdForm.Field);
        if (fault is IdentifierFault.BadHost or IdentifierFault.BadPort)
        {
            EVT020.Check(visit, EventField.EventId, fault);
        }
        else
        {
            EVT023.Check(visit, fault);
        }
    }
}
