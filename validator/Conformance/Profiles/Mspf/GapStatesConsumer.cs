using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events.Index;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf.Rules;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Mspf;

/// <summary>Reads a file of <c>org.matrix.msc2783.gap_states</c>: a map of room ID to a map of event ID to the events of the state before that event.</summary>
internal sealed class GapStatesConsumer(MspfArchive archive) : IBlockConsumer
{
    private long _left = archive.Options.Limits.GapStateBytes;

    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Members(CutShape.Item));

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        var states = new List<(RoomEntry Room, EventKey At, EventPlace Place, EventKey[] State)>();
        var visit = new DocumentVisit(archive, work.Sink, work.Member, work.MemberOrdinal);
        foreach (CutItem item in block.Items)
        {
            visit.Item = item;
            visit.ItemOffset = block.BaseOffset + item.Start;
            visit.Room = item.Parent?.Key is null ? null : Quoting.Safe(item.Parent.Key);
            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, visit.ItemOffset, archive.Options.Limits.Depth);
            FaultReporter.Report(work.Document, visit.ItemLocation, work.MemberOrdinal, except: default, work.Sink);
            if (work.Document.Root is { Exists: true } root && (item.WrongShape || Odd(root) is { Exists: true }))
            {
                STA006.Check(item.WrongShape ? root : Odd(root), visit);
                continue;
            }

            if (item is { WrongShape: false, Key: { } key, Parent: { Depth: 1, Key: { } roomId } }
                && archive.Rooms.Find(roomId) is { } room && RoomVersions.Find(room.Version) is { } version
                && KeysOf(work.Document.Root, version) is { } state)
            {
                EventIdText.TryHash(key, version.EventIds, out EventKey at);
                states.Add((room, at, new EventPlace(work.MemberOrdinal, visit.ItemOffset), state));
            }
        }

        return states;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
        foreach ((RoomEntry room, EventKey at, EventPlace place, EventKey[] state) in (List<(RoomEntry, EventKey, EventPlace, EventKey[])>)result)
        {
            if (_left <= 0)
            {
                sink.ReportNotChecked(new NotChecked(
                    "states before events behind gaps",
                    "They take more memory than they may. Raise it with --limit gapStateBytes=N.",
                    new Location(archive.PathOf(place.MemberOrdinal), place.Offset),
                    Decisive: true));
                continue;
            }

            GapStates states = room.GapStates ??= new GapStates();
            long before = states.Bytes;
            states.Add(at, place, state);
            _left -= states.Bytes - before;
        }
    }

    /// <summary>The first value that isn't of the form of a state: anything but an array of texts.</summary>
    private static Node Odd(Node array)
    {
        if (array.Kind != NodeKind.Array)
        {
            return array;
        }

        foreach (Node id in array.Elements())
        {
            if (id.Kind != NodeKind.Text)
            {
                return id;
            }
        }

        return default;
    }

    /// <summary>The events that an array names; null for anything but an array of texts.</summary>
    private static EventKey[]? KeysOf(Node array, RoomVersion version)
    {
        if (array.Kind != NodeKind.Array)
        {
            return null;
        }

        var keys = new EventKey[array.Count];
        int count = 0;
        foreach (Node id in array.Elements())
        {
            if (id.Kind != NodeKind.Text)
            {
                return null;
            }

            EventIdText.TryHash(id.Utf8, version.EventIds, out keys[count++]);
        }

        return keys;
    }
}
