using Conformance.Events;
using Conformance.Pipeline;
using Conformance.Signatures;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <content>Signatures, on the thread that checked the event.</content>
internal sealed partial class EventsConsumer
{
    /// <summary>
    /// Checks the signatures of the event at hand. What is known of them stands in the thread's <see cref="EventSignatureVerdict"/> until the
    /// next event.
    /// </summary>
    private void CheckSignatures(EventBatch batch, EventChecker checker, BlockWork work) =>
        signatures?.Check(checker, work.Tool<EventSignatureVerdict>(), batch.Counts.Signatures);
}
