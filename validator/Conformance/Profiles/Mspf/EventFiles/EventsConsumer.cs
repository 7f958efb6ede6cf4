using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Index;
using Conformance.Events.Rules;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Rooms.Store;
using Conformance.Signatures;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <summary>Reads a file of events, a map of room ID to an array of events: checks each event on its own, then enters all into the ledger.</summary>
/// <param name="rooms">The rooms, complete before the first event is read.</param>
/// <param name="ledger">Takes what is to be remembered; one for all files.</param>
/// <param name="encoding">How the file is encoded.</param>
/// <param name="maxDepth">Deepest nesting.</param>
/// <param name="signatures">Checks signatures; null leaves them unchecked.</param>
internal sealed partial class EventsConsumer(
    IRoomDirectory rooms, EventLedger ledger, DocumentEncoding encoding, int maxDepth = DocumentReader.DefaultDepth, SignatureRun? signatures = null) : IBlockConsumer
{
    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Elements(CutShape.Item));

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        RoomEventBatch batch = _freeBatches.TryTake(out RoomEventBatch? free) ? free : new RoomEventBatch();
        batch.Begin(work.Member, work.MemberOrdinal);
        EventChecker checker = work.Tool<EventChecker>();
        checker.Visit.Enter(work.Member, work.MemberOrdinal, work.Sink);
        Document document = work.Document;
        foreach (CutItem item in block.Items)
        {
            DocumentReader.Read(block.Bytes(item), encoding, document, block.BaseOffset + item.Start, maxDepth);
            if (item.WrongShape || item.Parent is not { Depth: 1 } path)
            {
                var place = new Location(work.Member, document.BaseOffset, item.Pointer);
                FaultReporter.Report(document, place, work.MemberOrdinal, except: default, work.Sink);
                EVT043.Check(item, document, work);
                EVT044.Check(item, document, work);
                continue;
            }

            EventRoom room = EventRoom.Of(path, rooms);
            checker.Visit.Enter(room.RoomId, room.Version);
            checker.Visit.Begin(document, item);
            batch.Counts.Events++;
            batch.Counts.CountVersion(room.VersionOrdinal);
            if (checker.Check())
            {
                RoomEventForm signed = CheckSignatures(batch, checker, work);
                Remember(batch, checker, RoomEventForms.Of(checker) | signed, path, item, block);
            }
        }

        return batch;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
        var batch = (RoomEventBatch)result;
        ledger.NoteMember(batch.MemberOrdinal, batch.Member);
        ledger.Counts.Add(batch.Counts);
        CutPath? path = null;
        RoomEntry? room = null;
        foreach (EventRecord record in batch.Records)
        {
            if (!ReferenceEquals(path, record.Room))
            {
                path = record.Room;
                room = path.Key is null ? null : rooms.FindOrAdd(path.Key, new Location(batch.Member, path.KeyOffset, path.Pointer, Quoting.Safe(path.Key)));
            }

            if (Enter(batch, record, room, sink) && room is not null)
            {
                room.Events++;
            }
        }

        foreach (CreateFacts create in batch.Creates)
        {
            Enter(batch, create);
        }

        foreach (JoinFacts join in batch.Joins)
        {
            if (rooms.NoteJoin(join.UserId) is { } user)
            {
                user.MemberOrdinal = batch.MemberOrdinal;
                user.Location = new Location(
                    batch.Member, join.Offset, EventBatch.PointerOf(join.Room, join.Position), join.Room.Key is null ? null : Quoting.Safe(join.Room.Key));
            }
        }

        // What one large event made large isn't kept.
        if (batch.Drafts.Bytes <= CutLimits.Default.BlockBytes * 2)
        {
            _freeBatches.Add(batch);
        }
    }

    private void Remember(RoomEventBatch batch, EventChecker checker, RoomEventForm form, CutPath path, in CutItem item, CutBlock block)
    {
        EventView view = checker.Visit.Event;
        EventCounts counts = batch.Counts;
        counts.StateEvents += view.Has(EventField.StateKey) ? 1 : 0;
        counts.RedactedCopies += checker.ContentHash == ContentHashState.RedactedCopy ? 1 : 0;
        counts.ContentHashFits += checker.ContentHash == ContentHashState.Fits ? 1 : 0;

        EventIdentity identity = checker.Identity;
        bool isHash = identity.IsKnown && checker.Visit.Version!.EventIds != EventIdForm.Field;
        int idStart = identity.IsKnown && !isHash ? batch.Keep(identity.Utf8) : 0;
        int idLength = !identity.IsKnown ? -1 : isHash ? 0 : identity.Utf8.Length;
        long offset = block.BaseOffset + item.Start;
        ulong fingerprint = identity.IsKnown ? ledger.Index.Fingerprint.Of(block.Bytes(item).Span) : 0;
        EventKey key = identity.IsKnown ? EventKey.Of(identity.Key) : default;
        int draft = identity.IsKnown ? batch.Drafts.Add(view, identity.Utf8, checker.Visit.Version!, checker.Visit.Room, form, RoomEventForms.ReferenceHash(checker)) : -1;
        batch.Records.Add(new EventRecord(key, fingerprint, path, item.Index, offset, idStart, idLength, draft));
        if (EventTypes.IsJoin(view) && rooms.IsLocal(view.TextOf(EventField.Sender)))
        {
            batch.Join(view.TextOf(EventField.Sender), path, item.Index, offset);
        }

        if (EventTypes.IsCreate(view))
        {
            batch.Creates.Add(new CreateFacts(path, item.Index, offset, DeclaredVersion(checker), identity.Text));
        }
    }

    /// <summary>The room version that a create event declares, as far as the copy at hand still tells.</summary>
    private static string? DeclaredVersion(EventChecker checker)
    {
        Node content = checker.Visit.Event[EventField.Content];
        Node version = content.Get("room_version"u8);
        if (version.Exists)
        {
            return version.AsString();
        }

        bool keepsAll = checker.Visit.Version?.Redaction.ContentOf("m.room.create"u8) is { KeepsAll: true };
        return content.Kind == NodeKind.Map && (keepsAll || checker.ContentHash == ContentHashState.Fits) ? RoomVersions.Default : null;
    }
}
