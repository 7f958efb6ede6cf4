using Conformance.Rooms.Store;

namespace Conformance.Rooms.Graphs;

/// <content>Ends, roots, forks, merges, depths and stretches.</content>
internal sealed partial class RoomGraph
{
    private readonly List<int> _roots = [];
    private readonly List<int> _creates = [];
    private readonly List<int> _offFormula = [];
    private readonly List<int> _forwardExtremities = [];
    private readonly List<int> _backwardExtremities = [];
    private bool[] _whole = [];

    /// <summary>Events that name no event that they follow, in order.</summary>
    public IReadOnlyList<int> Roots => _roots;

    /// <summary>Create events of the graph, in order. A room has one.</summary>
    public IReadOnlyList<int> Creates => _creates;

    /// <summary>Events with more than one event that they follow.</summary>
    public int Merges { get; private set; }

    /// <summary>Events, there or not, that more than one event of the graph follows.</summary>
    public int Forks { get; private set; }

    /// <summary>The most events that one event follows.</summary>
    public int WidestMerge { get; private set; }

    /// <summary>The most events that follow one event.</summary>
    public int WidestFork { get; private set; }

    /// <summary>How many events have more behind them than is there.</summary>
    public int BehindGaps { get; private set; }

    /// <summary>Events whose depth isn't that of <see cref="ExpectedDepth"/>, in order; not those that have none to speak of or are in a cycle.</summary>
    public IReadOnlyList<int> DepthOffFormula => _offFormula;

    /// <summary>Events, neither rejected nor soft-failed, that no other such event comes after, directly or by way of one that is; in order.</summary>
    public IReadOnlyList<int> ForwardExtremities => _forwardExtremities;

    /// <summary>Events that aren't part of the graph and that events of it follow, in the order of these.</summary>
    public IReadOnlyList<int> BackwardExtremities => _backwardExtremities;

    /// <summary>The longest stretches, the longest first.</summary>
    public IReadOnlyList<GraphStretch> Stretches { get; private set; } = [];

    /// <summary>How many stretches of at least two events there are.</summary>
    public int StretchCount { get; private set; }

    /// <summary>Whether all that is behind an event is there, back to a create event as the only root.</summary>
    public bool IsHistoryWhole(int index) => _whole[index];

    /// <summary>
    /// The depth that an event should have: one more than the greatest of those that it follows, at most <see cref="Events.Versions.RoomVersion.MaxDepth"/>;
    /// 1 for an event that follows none. Null when one of these isn't there.
    /// </summary>
    public long? ExpectedDepth(int index)
    {
        long greatest = 0;
        ReadOnlySpan<int> prevs = PrevEvents(index);
        for (int i = 0; i < prevs.Length; i++)
        {
            if (!_room.IsUsable(prevs[i]))
            {
                return null;
            }

            greatest = i == 0 ? _room.DepthOf(prevs[i]) : Math.Max(greatest, _room.DepthOf(prevs[i]));
        }

        return greatest >= _room.Version.MaxDepth ? _room.Version.MaxDepth : greatest + 1;
    }

    private void Shape()
    {
        _whole = new bool[_room.Count];
        foreach (int index in Order)
        {
            ReadOnlySpan<int> prevs = PrevEvents(index);
            bool whole = prevs.Length > 0 || _room.Has(index, RoomEventFlags.Create);
            foreach (int prev in prevs)
            {
                whole &= _whole[prev];
            }

            _whole[index] = whole;
            BehindGaps += whole ? 0 : 1;
            if (prevs.Length == 0)
            {
                _roots.Add(index);
            }

            if (_room.Has(index, RoomEventFlags.Create))
            {
                _creates.Add(index);
            }

            Merges += prevs.Length > 1 ? 1 : 0;
            WidestMerge = Math.Max(WidestMerge, prevs.Length);
            if (!_room.Has(index, RoomEventFlags.NoDepth) && !IsInCycle(index) && ExpectedDepth(index) is long expected && expected != _room.DepthOf(index))
            {
                _offFormula.Add(index);
            }
        }

        for (int index = 0; index < _room.Count; index++)
        {
            int followers = Followers(index).Length;
            Forks += followers > 1 ? 1 : 0;
            WidestFork = Math.Max(WidestFork, followers);
        }

        FindEnds();
        FindStretches();
        FindParts();
    }

    private void FindEnds()
    {
        bool[] passed = new bool[_room.Count];
        bool[] named = new bool[_room.Count];
        for (int i = Order.Length - 1; i >= 0; i--)
        {
            int index = Order[i];
            bool counts = Counts(index);
            if (counts && !passed[index])
            {
                _forwardExtremities.Add(index);
            }

            foreach (int prev in PrevEvents(index))
            {
                passed[prev] |= counts || passed[index];
            }
        }

        // In a cycle an event can come before one that it is behind of.
        _forwardExtremities.RemoveAll(index => passed[index]);
        _forwardExtremities.Reverse();
        foreach (int index in Order)
        {
            foreach (int prev in PrevEvents(index))
            {
                if (!named[prev] && !IsPlaced(prev))
                {
                    named[prev] = true;
                    _backwardExtremities.Add(prev);
                }
            }
        }
    }

    private bool Counts(int index) => (_places[index] & (GraphPlace.Rejected | GraphPlace.SoftFailed)) == 0;

    /// <summary>The only event that an event follows, if that one is part of the graph and followed by it alone; else -1.</summary>
    internal int OnlyPrev(int index)
    {
        ReadOnlySpan<int> prevs = PrevEvents(index);
        return prevs.Length == 1 && IsPlaced(prevs[0]) && Followers(prevs[0]).Length == 1 ? prevs[0] : -1;
    }

    private void FindStretches()
    {
        int[] lengths = new int[_room.Count];
        var longest = new PriorityQueue<int, (int Length, int Place)>();
        for (int place = 0; place < Order.Length; place++)
        {
            int index = Order[place];
            int prev = OnlyPrev(index);
            lengths[index] = prev < 0 ? 1 : lengths[prev] + 1;
            ReadOnlySpan<int> followers = Followers(index);
            if (lengths[index] < 2 || (followers.Length == 1 && OnlyPrev(followers[0]) >= 0))
            {
                continue;
            }

            StretchCount++;
            longest.Enqueue(index, (lengths[index], -place));
            if (longest.Count > _limits.Listed)
            {
                longest.Dequeue();
            }
        }

        var stretches = new List<GraphStretch>();
        while (longest.TryDequeue(out int last, out _))
        {
            int first = last;
            for (int i = 1; i < lengths[last]; i++)
            {
                first = OnlyPrev(first);
            }

            stretches.Add(new GraphStretch(first, last, lengths[last]));
        }

        stretches.Reverse();
        Stretches = stretches;
    }
}
