using System.Numerics;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>An event has all the members that its room version requires.</summary>
internal static class EVT002
{
    private const string Id = nameof(EVT002);

    // What events of every version so far have; of a version that isn't known no more than what makes an event.
    private static readonly uint Always = EventFields.Set(
        EventField.AuthEvents, EventField.Content, EventField.Depth, EventField.Hashes, EventField.OriginServerTs, EventField.PrevEvents,
        EventField.Sender, EventField.Signatures, EventField.Type);

    private static readonly uint AnyVersion = EventFields.Set(EventField.Content, EventField.Sender, EventField.Type);

    public static void Check(EventVisit visit)
    {
        uint missing = Required(visit) & ~visit.Event.Fields;
        while (missing != 0)
        {
            int field = BitOperations.TrailingZeroCount(missing);
            missing &= missing - 1;
            if (visit.Wants(Id))
            {
                visit.Report(
                    Id, visit.Document.Root, ("field", EventFields.Name((EventField)field)), ("version", visit.Version?.Id ?? "any"));
            }
        }
    }

    private static uint Required(EventVisit visit)
    {
        if (visit.Version is not { } version)
        {
            return AnyVersion;
        }

        uint required = Always;
        if (version.EventIds == EventIdForm.Field)
        {
            required |= EventFields.Set(EventField.EventId);
        }

        if (version.RoomIds == RoomIdForm.WithServer || !visit.Event.TextOf(EventField.Type).SequenceEqual("m.room.create"u8))
        {
            required |= EventFields.Set(EventField.RoomId);
        }

        return required;
    }
}
