using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;
using Conformance.Rooms.Store;

namespace Conformance.Comparison;

/// <summary>Reads the events of some rooms into stores.</summary>
/// <param name="rooms">The archive's rooms, complete before the first event is read.</param>
/// <param name="chosen">The rooms that are wanted.</param>
/// <param name="limits">What bounds the reading.</param>
internal sealed class ChosenRoomsConsumer(IRoomDirectory rooms, IReadOnlySet<byte[]> chosen, MspfLimits limits) : IBlockConsumer
{
    private readonly Dictionary<byte[], RoomEvents> _found = new(Utf8Comparer.Instance);
    private long _events;

    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Elements(CutShape.Item));

    /// <summary>The archive's rooms.</summary>
    public IRoomDirectory Directory => rooms;

    /// <summary>The events of those rooms that have any, and whose version is known.</summary>
    public IReadOnlyDictionary<byte[], RoomEvents> Found => _found;

    /// <summary>Whether there were more events than may be remembered.</summary>
    public bool IsCut { get; private set; }

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        var drafts = new List<(byte[] Room, RoomVersion Version, RoomEventDrafts Events)>();
        EventChecker checker = work.Tool<EventChecker>();
        checker.Visit.Enter(work.Member, work.MemberOrdinal, work.Sink);
        foreach (CutItem item in block.Items)
        {
            if (item.WrongShape || item.Parent is not { Depth: 1, Key: { } room } || !chosen.Contains(room)
                || RoomVersions.Find(rooms.Find(room)?.Version) is not { } version)
            {
                continue;
            }

            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, block.BaseOffset + item.Start, limits.Depth);
            checker.Visit.Enter(room, version);
            checker.Visit.Begin(work.Document, item);
            if (checker.Check() && checker.Identity.IsKnown)
            {
                if (drafts.Count == 0 || !ReferenceEquals(drafts[^1].Room, room))
                {
                    drafts.Add((room, version, new RoomEventDrafts()));
                }

                drafts[^1].Events.Add(checker.Visit.Event, checker.Identity.Utf8, version, room, RoomEventForms.Of(checker));
            }
        }

        return drafts;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
        foreach ((byte[] id, RoomVersion version, RoomEventDrafts drafts) in (List<(byte[], RoomVersion, RoomEventDrafts)>)result)
        {
            if (!_found.TryGetValue(id, out RoomEvents? room))
            {
                room = new RoomEvents(version, id);
                _found.Add(id, room);
            }

            for (int draft = 0; draft < drafts.Count; draft++)
            {
                IsCut |= _events >= limits.Events;
                if (!IsCut)
                {
                    int before = room.Count;
                    room.Enter(drafts, draft, fingerprint: 0, place: default, out _);
                    _events += room.Count - before;
                }
            }
        }
    }
}
