using Conformance.Events;
using Conformance.Pipeline;
using Conformance.Rooms.Store;
using Conformance.Signatures;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <content>Signatures, on the thread that checked the event.</content>
internal sealed partial class EventsConsumer
{
    /// <summary>Checks the signatures of the event at hand.</summary>
    /// <returns>What of them matters to the event's room.</returns>
    private RoomEventForm CheckSignatures(EventBatch batch, EventChecker checker, BlockWork work)
    {
        if (signatures is null)
        {
            return RoomEventForm.AsIs;
        }

        EventSignatureVerdict verdict = work.Tool<EventSignatureVerdict>();
        signatures.Check(checker, verdict, batch.Counts.Signatures);
        return verdict.IsAuthorisingSignatureWrong ? RoomEventForm.AuthorisingSignatureBad : RoomEventForm.AsIs;
    }
}
