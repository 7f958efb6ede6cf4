using System.Collections.Concurrent;
using System.Text;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Hashing;
using Conformance.Events.Index;
using Conformance.Events.Rules;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <content>Entering events into the ledger, in the order of the input.</content>
internal sealed partial class EventsConsumer
{
    private readonly ConcurrentBag<RoomEventBatch> _freeBatches = [];
    private readonly WellKnownTexts _texts = new(new TextTable());

    /// <summary>Enters an event.</summary>
    /// <returns>Whether it counts as one of its room: it is new, or has no ID that could be found out.</returns>
    private bool Enter(RoomEventBatch batch, in EventRecord record, RoomEntry? room, IFindingSink sink)
    {
        if (record.IdLength < 0)
        {
            return true;
        }

        var place = new EventPlace(batch.MemberOrdinal, record.Offset);
        EventPlace first = default;
        RoomVersion? version = (record.Room.Tag as EventRoom)?.Version;
        EventIndexResult result = version?.EventIds == EventIdForm.Field
            ? ledger.Index.Add(record.Key, record.Fingerprint, place, out first)
            : EventIndexResult.New;
        if (result == EventIndexResult.New && room is not null && version is not null)
        {
            result = EnterRoom(batch, record, room, version, place, out first);
        }

        switch (result)
        {
            case EventIndexResult.New:
                return true;
            case EventIndexResult.Full:
                ledger.NotIndexed++;
                sink.ReportNotChecked(new NotChecked(
                    "whether events stand twice, and how they hang together",
                    "There are more events than are remembered.",
                    new Location(batch.Member, record.Offset, EventBatch.PointerOf(record.Room, record.Position)),
                    Decisive: true));
                return true;
            default:
                Repeated(batch, record, result, first, sink);
                return false;
        }
    }

    private EventIndexResult EnterRoom(
        RoomEventBatch batch, in EventRecord record, RoomEntry room, RoomVersion version, EventPlace place, out EventPlace first)
    {
        first = place;
        RoomEvents history = room.History ??= new RoomEvents(version, room.Utf8, _texts);
        if (ledger.Remembered >= ledger.EventLimit)
        {
            room.IsHistoryCut = true;
            return EventIndexResult.Full;
        }

        int before = history.Count;
        EventIndexResult result = history.Enter(batch.Drafts, record.Draft, record.Fingerprint, place, out int index);
        ledger.Remembered += history.Count - before;
        first = history.SourceOf(index);
        return result;
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
