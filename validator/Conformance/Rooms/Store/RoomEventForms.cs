using Conformance.Events;
using Conformance.Events.Versions;

namespace Conformance.Rooms.Store;

/// <summary>In what form an event that was just checked is added to its room.</summary>
internal static class RoomEventForms
{
    /// <summary>The form that the event's hashes ask for.</summary>
    /// <param name="checker">Has just checked the event.</param>
    public static RoomEventForm Of(EventChecker checker)
    {
        ArgumentNullException.ThrowIfNull(checker);
        return (checker.ContentHash is ContentHashState.Differs or ContentHashState.RedactedCopy ? RoomEventForm.Redacted : RoomEventForm.AsIs)
            | ((checker.AddedFields & EventFields.Set(EventField.RoomId)) != 0 ? RoomEventForm.RoomIdAdded : RoomEventForm.AsIs);
    }

    /// <summary>The event's reference hash, in room versions whose references give it; empty in all others, and when the event has none.</summary>
    /// <param name="checker">Has just checked the event.</param>
    public static ReadOnlySpan<byte> ReferenceHash(EventChecker checker)
    {
        ArgumentNullException.ThrowIfNull(checker);
        if (!checker.IsHashed || checker.Visit.Version!.References != EventReferenceForm.IdAndHash)
        {
            return default;
        }

        checker.Hasher.HashReference();
        return checker.Hasher.ReferenceHash;
    }
}
