using System.Collections.Concurrent;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Rooms;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Mspf;

/// <content>Rooms as a whole, once all events are read.</content>
internal sealed partial class MspfValidator
{
    // Small rooms go together, large ones alone.
    private const int EventsAtATime = 10_000;

    private RoomCounts? _roomCounts;

    private void CheckRooms()
    {
        if (!_options.ChecksRooms || !_archive.HasEvents)
        {
            return;
        }

        if (_options.Progress is { } progress)
        {
            progress.Member = "checking rooms as a whole";
        }

        var counts = new RoomCounts();
        var check = new RoomCheck(_archive.Core?.ServerName ?? [], place => _archive.PathOf(place.MemberOrdinal), ThirdPartySignatures.By(_options.Ed25519()), _options.Limits.ResolutionWork);
        List<RoomEntry[]> work = [.. InPieces()];
        if (work.Count == 1)
        {
            // Starting threads costs a small archive more than checking it.
            _roomCounts = Check(work[0], check, _findings);
            return;
        }

        var found = new FindingBuffer?[work.Count];
        int next = 0;
        Lock order = new();

        // The largest room takes most to check: by then the others are forgotten.
        int[] pieces = [.. Enumerable.Range(0, work.Count).OrderBy(piece => work[piece].Sum(room => room.Events))];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _options.Jobs), CancellationToken = _cancellation };
        Parallel.ForEach(Partitioner.Create(pieces, loadBalance: true), options, piece =>
        {
            var sink = new FindingBuffer(_options.Findings);
            RoomCounts counted = Check(work[piece], check, sink);
            lock (order)
            {
                counts.Add(counted);
                found[piece] = sink;
                while (next < found.Length && found[next] is { } ready)
                {
                    _findings.Append(ready);
                    found[next++] = null;
                }
            }
        });
        _roomCounts = counts;
    }

    private RoomCounts Check(RoomEntry[] rooms, RoomCheck check, FindingBuffer sink)
    {
        var counts = new RoomCounts();
        foreach (RoomEntry room in rooms)
        {
            if (room.History is not { } history)
            {
                continue;
            }

            if (room.IsHistoryCut)
            {
                sink.ReportNotChecked(new NotChecked(
                    "graph, authorisation and state of rooms of which not all events are remembered",
                    "There are more events than are remembered.",
                    room.Location,
                    Decisive: true));
                continue;
            }

            counts.Add(check.Run(history, room.GapStates, room.Location, _archive.OrdinalOf(room.Location.Member), sink, _cancellation));
            room.History = null;
            room.GapStates = null;
        }

        return counts;
    }

    private IEnumerable<RoomEntry[]> InPieces()
    {
        var piece = new List<RoomEntry>();
        int events = 0;
        foreach (RoomEntry room in _archive.Rooms.Rooms)
        {
            RoomEvents? history = room.History;
            if (history is null)
            {
                continue;
            }

            piece.Add(room);
            events += history.Count;
            if (events >= EventsAtATime)
            {
                yield return [.. piece];
                piece.Clear();
                events = 0;
            }
        }

        if (piece.Count > 0)
        {
            yield return [.. piece];
        }
    }
}
