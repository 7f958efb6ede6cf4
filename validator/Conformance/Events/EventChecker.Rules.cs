using Conformance.Events.Rules;
using Conformance.Events.Versions;

namespace Conformance.Events;

/// <content>The rules, in the order in which an event meets them.</content>
internal sealed partial class EventChecker
{
    private void CheckFormat()
    {
        EVT002.Check(Visit);
        EVT003.Check(Visit);
        EVT004.Check(Visit);
        EVT005.Check(Visit);
        EventTexts.Check(Visit);
        EventReferences.Check(Visit);
        EventSignatures.Check(Visit);
        EVT016.Check(Visit);
        EVT031.Check(Visit);
        EVT036.Check(Visit);
        HSH003.Check(Visit);
        HSH004.Check(Visit);
        if (EventTypes.IsCreate(Visit.Event))
        {
            EVT017.Check(Visit);
            EVT032.Check(Visit);
            EVT033.Check(Visit);
            EVT034.Check(Visit);
            EVT035.Check(Visit);
        }
    }

    private void CheckHashes()
    {
        int size = Hasher.Measure(out int withUnsigned);
        if (size != 0)
        {
            EVT008.Check(Visit, size);
            EVT009.Check(Visit, size);
            EVT010.Check(Visit, size, withUnsigned);
        }

        HSH001.Check(Visit, ContentHash);
        HSH002.Check(Visit, ContentHash, Hasher);
        if (Visit.Version!.EventIds != EventIdForm.Field)
        {
            HSH005.Check(Visit, Identity);
            EVT039.Check(Visit, Identity);
        }
    }
}
