namespace Conformance.Rooms.Graphs;

/// <content>The order of the events, and cycles, which have none.</content>
internal sealed partial class RoomGraph
{
    private readonly List<GraphCycle> _cycles = [];
    private readonly int[] _levels;
    private bool[]? _cyclic;

    /// <summary>
    /// The cycles, as far as listed. Where an ID is a hash of the event there can be none; room versions 1 and 2 let a server choose IDs.
    /// </summary>
    public IReadOnlyList<GraphCycle> Cycles => _cycles;

    /// <summary>How many cycles there are (sets of events tied up with each other).</summary>
    public int CycleCount { get; private set; }

    /// <summary>How many events are in cycles.</summary>
    public int EventsInCycles { get; private set; }

    /// <summary>Whether an event is in a cycle.</summary>
    public bool IsInCycle(int index) => _cyclic is not null && _cyclic[index];

    private int[] Sort()
    {
        int[] waiting = new int[_room.Count];
        var ready = new PriorityQueue<int, EventRank>();
        int placed = 0;
        for (int index = 0; index < _room.Count; index++)
        {
            if (IsPlaced(index))
            {
                placed++;
                foreach (int prev in PrevEvents(index))
                {
                    waiting[index] += IsPlaced(prev) ? 1 : 0;
                }

                if (waiting[index] == 0)
                {
                    ready.Enqueue(index, EventRank.Of(_room, index));
                }
            }
        }

        int[] order = new int[placed];
        int count = 0;
        while (ready.TryDequeue(out int index, out _))
        {
            order[count++] = index;
            foreach (int follower in Followers(index))
            {
                _levels[follower] = Math.Max(_levels[follower], _levels[index] + 1);
                if (--waiting[follower] == 0)
                {
                    ready.Enqueue(follower, EventRank.Of(_room, follower));
                }
            }
        }

        if (count < placed)
        {
            int[] tied = [.. Enumerable.Range(0, _room.Count).Where(index => IsPlaced(index) && waiting[index] > 0)];
            SortTied(tied, waiting, order, count);
        }

        return order;
    }

    /// <summary>
    /// Puts into order what is in cycles or comes after one: Tarjan's strongly connected components, with a stack of its own. They come out in
    /// an order in which each follows those that it refers to.
    /// </summary>
    private void SortTied(int[] tied, int[] waiting, int[] order, int count)
    {
        Array.Sort([.. tied.Select(index => EventRank.Of(_room, index))], tied);
        int[] numbers = new int[_room.Count];
        int[] lows = new int[_room.Count];
        var open = new List<int>();
        var calls = new Stack<(int Index, int Next)>();
        int last = 0;
        foreach (int start in tied)
        {
            if (numbers[start] != 0)
            {
                continue;
            }

            Enter(start);
            while (calls.TryPop(out (int Index, int Next) call))
            {
                ReadOnlySpan<int> prevs = PrevEvents(call.Index);
                int next = call.Next;
                if (next > 0 && waiting[prevs[next - 1]] > 0)
                {
                    lows[call.Index] = Math.Min(lows[call.Index], lows[prevs[next - 1]]);
                }

                while (next < prevs.Length && (waiting[prevs[next]] <= 0 || numbers[prevs[next]] != 0))
                {
                    if (waiting[prevs[next]] > 0)
                    {
                        lows[call.Index] = Math.Min(lows[call.Index], numbers[prevs[next]]);
                    }

                    next++;
                }

                if (next < prevs.Length)
                {
                    calls.Push((call.Index, next + 1));
                    Enter(prevs[next]);
                }
                else if (lows[call.Index] == numbers[call.Index])
                {
                    int from = open.LastIndexOf(call.Index);
                    count = Close(open[from..], waiting, order, count);
                    open.RemoveRange(from, open.Count - from);
                }
            }
        }

        void Enter(int index)
        {
            numbers[index] = lows[index] = ++last;
            open.Add(index);
            calls.Push((index, 0));
        }
    }

    /// <summary>Takes events that are all tied up with each other, often a single one that isn't.</summary>
    private int Close(List<int> members, int[] waiting, int[] order, int count)
    {
        int level = 0;
        foreach (int member in members)
        {
            waiting[member] = 0;
            level = Math.Max(level, _levels[member]);
        }

        members.Sort((x, y) => EventRank.Of(_room, x).CompareTo(EventRank.Of(_room, y)));
        bool isCycle = members.Count > 1 || PrevEvents(members[0]).Contains(members[0]);
        if (isCycle)
        {
            CycleCount++;
            EventsInCycles += members.Count;
            _cyclic ??= new bool[_room.Count];
            members.ForEach(member => _cyclic[member] = true);
            if (_cycles.Count < _limits.Listed)
            {
                _cycles.Add(Describe(members));
            }
        }

        foreach (int member in members)
        {
            order[count++] = member;
            foreach (int follower in Followers(member))
            {
                _levels[follower] = Math.Max(_levels[follower], level + 1);
            }
        }

        foreach (int member in members)
        {
            _levels[member] = level;
        }

        return count;
    }

    /// <summary>Follows, within a cycle, the first reference each time until an event comes again.</summary>
    private GraphCycle Describe(List<int> members)
    {
        var steps = new Dictionary<int, int>();
        var inside = new HashSet<int>(members);
        var path = new List<int>();
        int at = members[0];
        while (steps.TryAdd(at, path.Count))
        {
            path.Add(at);
            foreach (int prev in PrevEvents(at))
            {
                if (inside.Contains(prev))
                {
                    at = prev;
                    break;
                }
            }
        }

        int length = path.Count - steps[at];
        return new GraphCycle(members.Count, length, path.GetRange(steps[at], Math.Min(length, _limits.Examples)));
    }
}
