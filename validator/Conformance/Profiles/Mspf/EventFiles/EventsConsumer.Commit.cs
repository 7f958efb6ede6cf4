using System.Text;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Hashing;
using Conformance.Events.Index;
using Conformance.Events.Rules;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <content>Entering events into the ledger, in the order of the input.</content>
internal sealed partial class EventsConsumer
{
    /// <summary>Enters an event.</summary>
    /// <returns>Whether it counts as one of its room: it is new, or has no ID that could be found out.</returns>
    private bool Enter(EventBatch batch, in EventRecord record, IFindingSink sink)
    {
        if (record.IdLength < 0)
        {
            return true;
        }

        var place = new EventPlace(batch.MemberOrdinal, record.Offset);
        EventIndexResult result = ledger.Index.Add(record.Key, record.Fingerprint, place, out EventPlace first);
        switch (result)
        {
            case EventIndexResult.New:
                return true;
            case EventIndexResult.Full:
                ledger.NotIndexed++;
                sink.ReportNotChecked(new NotChecked(
                    "whether events stand twice",
                    "There are more events than are remembered.",
                    new Location(batch.Member, record.Offset, EventBatch.PointerOf(record.Room, record.Position)),
                    Decisive: true));
                return true;
            default:
                Repeated(batch, record, result, first, sink);
                return false;
        }
    }

    private void Repeated(EventBatch batch, in EventRecord record, EventIndexResult result, EventPlace first, IFindingSink sink)
    {
        var repetition = new Repetition(batch, record, ledger.MemberOf(first), first.Offset, IdOf(batch, record));
        if (result == EventIndexResult.SameAgain)
        {
            EVT037.Report(repetition, sink);
        }
        else
        {
            EVT038.Report(repetition, sink);
        }
    }

    private static string IdOf(EventBatch batch, in EventRecord record)
    {
        if (record.IdLength > 0)
        {
            return Quoting.Safe(batch.IdOf(record));
        }

        Span<byte> key = stackalloc byte[32];
        Span<byte> text = stackalloc byte[1 + UnpaddedBase64.HashLength];
        record.Key.CopyTo(key);
        text[0] = (byte)'$';
        bool urlSafe = (record.Room.Tag as EventRoom)?.Version?.EventIds != EventIdForm.HashStandardBase64;
        UnpaddedBase64.EncodeHash(key, text[1..], urlSafe);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>Tells the room what its create event says. The first one counts.</summary>
    private void Enter(EventBatch batch, CreateFacts create)
    {
        CutPath path = create.Room;
        var location = new Location(
            batch.Member,
            create.Offset,
            EventBatch.PointerOf(path, create.Position),
            path.Key is null ? null : Quoting.Safe(path.Key),
            create.EventId);
        if (path.Key is null || rooms.FindOrAdd(path.Key, location) is not { } room)
        {
            return;
        }

        if (room.CreateEvents++ == 0)
        {
            room.DeclaredVersion = create.DeclaredVersion;
            room.CreateLocation = location;
            room.CreateMemberOrdinal = batch.MemberOrdinal;
        }
    }
}
