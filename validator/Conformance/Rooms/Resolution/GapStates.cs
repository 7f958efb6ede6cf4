using System.Runtime.InteropServices;
using Conformance.Events.Index;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <summary>
/// States before events of one room that came with the events, kept as differences: each distinct event takes about 70 bytes once, and a state 4 bytes for
/// each event by which it differs from the one before it. One thread at a time.
/// </summary>
internal sealed class GapStates
{
    private const int BytesOfEvent = 72;
    private const int BytesOfState = 160;

    private readonly Dictionary<EventKey, int> _numbers = [];
    private readonly List<EventKey> _keys = [];
    private readonly List<Entry> _entries = [];
    private int[] _last = [];

    /// <summary>Bytes that are taken, about.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many states there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a state.</summary>
    /// <param name="at">The event before which it is the state.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="state">The events that make it up, in any order.</param>
    public void Add(EventKey at, EventPlace place, ReadOnlySpan<EventKey> state)
    {
        int[] numbers = new int[state.Length];
        for (int i = 0; i < state.Length; i++)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, state[i], out bool isKnown);
            if (!isKnown)
            {
                number = _keys.Count;
                _keys.Add(state[i]);
                Bytes += BytesOfEvent;
            }

            numbers[i] = number;
        }

        Array.Sort(numbers);
        int distinct = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (i == 0 || numbers[i] != numbers[i - 1])
            {
                numbers[distinct++] = numbers[i];
            }
        }

        Array.Resize(ref numbers, distinct);
        (int[] removed, int[] added) = Difference(_last, numbers);
        _entries.Add(new Entry(at, place, distinct, removed, added));
        Bytes += BytesOfState + ((removed.Length + added.Length + numbers.Length - _last.Length) * (long)sizeof(int));
        _last = numbers;
    }

    /// <summary>Holds the states against the events of the room.</summary>
    /// <param name="room">The room; no more events may be added.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The states that can be gone by, by event, and what there is to say of each.</returns>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public (Dictionary<int, StateMap> Known, List<GapState> States) Resolve(RoomEvents room, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(room);
        var known = new Dictionary<int, StateMap>();
        var states = new List<GapState>(_entries.Count);
        int[] events = [.. _keys.Select(key => IndexOf(room, key))];
        var state = new Gathering(room);
        foreach (Entry entry in _entries)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int number in entry.Removed)
            {
                state.Remove(events[number]);
            }

            foreach (int number in entry.Added)
            {
                state.Add(events[number]);
            }

            var found = new GapState(entry.At, entry.Place)
            {
                Event = IndexOf(room, entry.At),
                Count = entry.Count,
                Missing = state.Missing,
                Stateless = state.Stateless,
                Doubled = state.Doubled,
            };
            states.Add(found);
            if (found.IsUsable)
            {
                known.TryAdd(found.Event, state.Map);
            }
        }

        return (known, states);
    }

    /// <summary>An event that is there, or -1.</summary>
    private static int IndexOf(RoomEvents room, in EventKey key) =>
        room.Find(key) is >= 0 and int index && room.Has(index, RoomEventFlags.Held) ? index : -1;

    private static (int[] Removed, int[] Added) Difference(int[] before, int[] after)
    {
        var removed = new List<int>();
        var added = new List<int>();
        int i = 0;
        int j = 0;
        while (i < before.Length || j < after.Length)
        {
            int order = i == before.Length ? 1 : j == after.Length ? -1 : before[i].CompareTo(after[j]);
            if (order < 0)
            {
                removed.Add(before[i++]);
            }
            else if (order > 0)
            {
                added.Add(after[j++]);
            }
            else
            {
                i++;
                j++;
            }
        }

        return ([.. removed], [.. added]);
    }

    private sealed record Entry(EventKey At, EventPlace Place, int Count, int[] Removed, int[] Added);

    /// <summary>A state that events are put into and taken out of, so that the maps of states share what they have in common.</summary>
    private sealed class Gathering(RoomEvents room)
    {
        private readonly Dictionary<int, SortedSet<int>> _beside = [];

        public StateMap Map { get; private set; } = StateMap.Empty;

        public int Missing { get; private set; }

        public int Stateless { get; private set; }

        public int Doubled { get; private set; }

        public void Add(int index)
        {
            if (!Counts(index, 1))
            {
                return;
            }

            int slot = room.SlotOf(index);
            if (Map[slot] < 0)
            {
                Map = Map.Set(slot, index);
                return;
            }

            ref SortedSet<int>? beside = ref CollectionsMarshal.GetValueRefOrAddDefault(_beside, slot, out _);
            (beside ??= []).Add(index);
            Doubled++;
        }

        public void Remove(int index)
        {
            if (!Counts(index, -1))
            {
                return;
            }

            int slot = room.SlotOf(index);
            if (!_beside.TryGetValue(slot, out SortedSet<int>? beside))
            {
                Map = Map.Set(slot, -1);
                return;
            }

            Doubled--;
            if (Map[slot] == index)
            {
                Map = Map.Set(slot, beside.Max);
                beside.Remove(beside.Max);
            }
            else
            {
                beside.Remove(index);
            }

            if (beside.Count == 0)
            {
                _beside.Remove(slot);
            }
        }

        /// <summary>Counts an event that can't be in a state; says whether it can.</summary>
        private bool Counts(int index, int by)
        {
            if (index < 0)
            {
                Missing += by;
                return false;
            }

            if (!room.IsUsable(index) || room.SlotOf(index) < 0)
            {
                Stateless += by;
                return false;
            }

            return true;
        }
    }
}
