using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Mspf.EventFiles;

/// <summary>Reads the events of one room into a store, and counts those of the others.</summary>
/// <param name="rooms">The rooms, complete before the first event is read.</param>
/// <param name="roomId">The room in UTF-8; null when it isn't clear yet which one is wanted.</param>
/// <param name="version">The room's version, where <c>m.rooms</c> doesn't tell.</param>
/// <param name="maxDepth">Deepest nesting.</param>
internal sealed class RoomEventsConsumer(IRoomDirectory rooms, byte[]? roomId, RoomVersion? version, int maxDepth) : IBlockConsumer
{
    private readonly RoomVersion? _version = version ?? (roomId is null ? null : RoomVersions.Find(rooms.Find(roomId)?.Version));

    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Elements(CutShape.Item));

    /// <summary>The room's events; null before one was met, and when the room's version isn't known.</summary>
    public RoomEvents? Room { get; private set; }

    /// <summary>Events of the room that have no ID, since they can't be read or hashed.</summary>
    public long Broken { get; private set; }

    /// <summary>The version that the room's create event declares; null when none was met.</summary>
    public string? DeclaredVersion { get; private set; }

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        var batch = new RoomEventsBatch(work.Member);
        EventChecker checker = work.Tool<EventChecker>();
        checker.Visit.Enter(work.Member, work.MemberOrdinal, work.Sink);
        foreach (CutItem item in block.Items)
        {
            if (item.WrongShape || item.Parent is not { Depth: 1, Key: { } key } path)
            {
                continue;
            }

            batch.Count(path);
            if (roomId is null || !key.AsSpan().SequenceEqual(roomId))
            {
                continue;
            }

            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, block.BaseOffset + item.Start, maxDepth);
            checker.Visit.Enter(roomId, _version);
            checker.Visit.Begin(work.Document, item);
            if (!checker.Check())
            {
                batch.Broken++;
            }
            else if (_version is null)
            {
                batch.DeclaredVersion ??= DeclaredBy(checker.Visit.Event);
            }
            else if (!checker.Identity.IsKnown)
            {
                batch.Broken++;
            }
            else
            {
                batch.Events.Add(checker.Visit.Event, checker.Identity.Utf8, _version, roomId, RoomEventForms.Of(checker));
            }
        }

        return batch;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
        var batch = (RoomEventsBatch)result;
        foreach ((CutPath path, int events) in batch.Counts)
        {
            if (rooms.FindOrAdd(path.Key, new Location(batch.Member, path.KeyOffset, path.Pointer)) is { } entry)
            {
                entry.Events += events;
            }
        }

        Broken += batch.Broken;
        DeclaredVersion ??= batch.DeclaredVersion;
        for (int draft = 0; draft < batch.Events.Count; draft++)
        {
            Room ??= new RoomEvents(_version!, roomId);
            Room.Enter(batch.Events, draft, fingerprint: 0, place: default, out _);
        }
    }

    private static string? DeclaredBy(EventView view)
    {
        if (!EventTypes.IsCreate(view))
        {
            return null;
        }

        Node declared = view[EventField.Content].Get("room_version"u8);
        return declared.Exists ? declared.AsString() : RoomVersions.Default;
    }
}
