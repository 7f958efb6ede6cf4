namespace Conformance.Rooms.Graphs;

/// <content>What isn't there.</content>
internal sealed partial class RoomGraph
{
    /// <summary>Events that events of the graph follow and that aren't there.</summary>
    public MissingEvents MissingPrevEvents { get; private set; } = null!;

    /// <summary>Events that events held apart follow and that aren't there.</summary>
    public MissingEvents MissingPrevEventsOfOutliers { get; private set; } = null!;

    /// <summary>Events that any events name as authorising them and that aren't there.</summary>
    public MissingEvents MissingAuthEvents { get; private set; } = null!;

    /// <summary>The gaps in the history, by depth, as far as listed.</summary>
    public IReadOnlyList<GraphGap> Gaps { get; private set; } = [];

    /// <summary>How many gaps there are.</summary>
    public int GapCount { get; private set; }

    private void Missing()
    {
        int[] apart = Apart();
        MissingPrevEvents = Collect(Order, isAuth: false);
        MissingPrevEventsOfOutliers = Collect(apart, isAuth: false);
        MissingAuthEvents = Collect([.. Order, .. apart], isAuth: true);
        FindGaps();
    }

    /// <summary>The events that are held apart, by their ranks.</summary>
    private int[] Apart()
    {
        var found = new List<int>();
        for (int index = 0; index < _room.Count; index++)
        {
            if (_room.IsUsable(index) && !IsPlaced(index))
            {
                found.Add(index);
            }
        }

        int[] apart = [.. found];
        if (apart.Length > 1)
        {
            Array.Sort(Array.ConvertAll(apart, index => EventRank.Of(_room, index)), apart);
        }

        return apart;
    }

    private MissingEvents Collect(int[] naming, bool isAuth)
    {
        bool[] seen = new bool[_room.Count];
        var events = new List<int>();
        long references = 0;
        int count = 0;
        (long low, long high, long early, long late) = (0, 0, 0, 0);
        foreach (int index in naming)
        {
            long before = references;
            foreach (int other in isAuth ? _room.AuthEvents(index) : _room.PrevEvents(index))
            {
                if (!_room.IsUsable(other))
                {
                    references++;
                    if (!seen[other])
                    {
                        seen[other] = true;
                        events.Add(other);
                    }
                }
            }

            if (references > before)
            {
                long depth = _room.DepthOf(index);
                long time = _room.TimeOf(index);
                (low, high) = count == 0 ? (depth, depth) : (Math.Min(low, depth), Math.Max(high, depth));
                (early, late) = count == 0 ? (time, time) : (Math.Min(early, time), Math.Max(late, time));
                count++;
            }
        }

        return new MissingEvents(events, references, count, low, high, early, late);
    }

    /// <summary>
    /// A missing event lies under the lowest event that follows it, and the gap reaches down to the next depth at which something is there. Gaps
    /// that touch or overlap are one.
    /// </summary>
    private void FindGaps()
    {
        IReadOnlyList<int> missing = MissingPrevEvents.Events;
        if (missing.Count == 0)
        {
            return;
        }

        long[] depths = [.. Order.Select(_room.DepthOf)];
        long[] times = [.. Order.Select(_room.TimeOf)];
        Array.Sort(depths, times);
        var spans = new (long Above, long Time, long? Below, int Event)[missing.Count];
        for (int i = 0; i < spans.Length; i++)
        {
            (long above, long time) = (long.MaxValue, long.MaxValue);
            foreach (int follower in Followers(missing[i]))
            {
                (long Depth, long Time) place = (_room.DepthOf(follower), _room.TimeOf(follower));
                (above, time) = place.CompareTo((above, time)) < 0 ? place : (above, time);
            }

            int below = FirstAtLeast(depths, above) - 1;
            spans[i] = (above, time, below < 0 ? null : depths[below], missing[i]);
        }

        Array.Sort(spans, (x, y) => (x.Above, x.Time, EventRank.Of(_room, x.Event)).CompareTo((y.Above, y.Time, EventRank.Of(_room, y.Event))));
        var gaps = new List<GraphGap>();
        int from = 0;
        for (int next = 1; next <= spans.Length; next++)
        {
            if (next < spans.Length && !(spans[next].Below > spans[next - 1].Above))
            {
                continue;
            }

            GapCount++;
            if (gaps.Count < _limits.Listed)
            {
                gaps.Add(Describe(spans.AsSpan(from, next - from), depths, times));
            }

            from = next;
        }

        Gaps = gaps;
    }

    private GraphGap Describe(ReadOnlySpan<(long Above, long Time, long? Below, int Event)> spans, long[] depths, long[] times)
    {
        int references = 0;
        var examples = new List<int>();
        foreach ((_, _, _, int missing) in spans)
        {
            references += Followers(missing).Length;
            if (examples.Count < _limits.Examples)
            {
                examples.Add(missing);
            }
        }

        long? latest = null;
        for (int i = spans[0].Below is long below ? FirstAtLeast(depths, below) : depths.Length; i < depths.Length && depths[i] == spans[0].Below; i++)
        {
            latest = Math.Max(latest ?? times[i], times[i]);
        }

        long above = spans[^1].Above;
        long time = spans[^1].Time;
        for (int i = spans.Length - 1; i >= 0 && spans[i].Above == above; i--)
        {
            time = spans[i].Time;
        }

        return new GraphGap(spans.Length, references, spans[0].Below, above, latest, time, examples);
    }

    private static int FirstAtLeast(long[] sorted, long value)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
