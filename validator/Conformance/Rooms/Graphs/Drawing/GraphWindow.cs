namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>A part of a graph to draw.</summary>
/// <param name="Events">Whether an event belongs to it, by number.</param>
/// <param name="Named">Events that were named to choose it; they are marked and never folded.</param>
/// <param name="Words">The part in words, as the end of a sentence: <c>at most 10 steps from …</c>.</param>
internal sealed record GraphWindow(bool[] Events, IReadOnlyList<int> Named, string Words)
{
    /// <summary>Events around one: so many steps back and forth.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="index">The event.</param>
    /// <param name="steps">The most steps.</param>
    public static GraphWindow Around(RoomGraph graph, int index, int steps)
    {
        ArgumentNullException.ThrowIfNull(graph);
        bool[] events = Reach(graph, [index], forward: false, steps);
        bool[] after = Reach(graph, [index], forward: true, steps);
        for (int i = 0; i < events.Length; i++)
        {
            events[i] |= after[i];
        }

        return new GraphWindow(events, [index], $"at most {Label.Count(steps, "step")} from {IdOf(graph, index)}");
    }

    /// <summary>Events that come after one and before another, both included.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="from">The first; -1 for all from the start.</param>
    /// <param name="to">The last; -1 for all to the end.</param>
    /// <param name="steps">The most steps from each of them.</param>
    public static GraphWindow Between(RoomGraph graph, int from, int to, int steps)
    {
        ArgumentNullException.ThrowIfNull(graph);
        bool[] events = from >= 0 ? Reach(graph, [from], forward: true, steps) : Reach(graph, [to], forward: false, steps);
        var words = new List<string>();
        if (from >= 0)
        {
            words.Add($"{IdOf(graph, from)} and what comes after it");
        }

        if (to >= 0)
        {
            words.Add($"{IdOf(graph, to)} and what comes before it");
        }

        if (from >= 0 && to >= 0)
        {
            bool[] before = Reach(graph, [to], forward: false, steps);
            for (int i = 0; i < events.Length; i++)
            {
                events[i] &= before[i];
            }
        }

        string limit = steps < int.MaxValue ? $", at most {Label.Count(steps, "step")} away" : "";
        return new GraphWindow(events, [.. new[] { from, to }.Where(index => index >= 0).Distinct()], string.Join(", as far as it is also ", words) + limit);
    }

    /// <summary>The newest events: the forward extremities and so many steps back.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="steps">The most steps.</param>
    public static GraphWindow Newest(RoomGraph graph, int steps)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new GraphWindow(Reach(graph, graph.ForwardExtremities, forward: false, steps), [], $"at most {Label.Count(steps, "step")} from the room's ends");
    }

    private static string IdOf(RoomGraph graph, int index) => Label.Clip(Findings.Quoting.Safe(graph.Room.IdOf(index)), 16);

    private static bool[] Reach(RoomGraph graph, IReadOnlyList<int> start, bool forward, int steps)
    {
        bool[] reached = new bool[graph.Room.Count];
        var now = new List<int>(start);
        foreach (int index in start)
        {
            reached[index] = true;
        }

        for (int step = 0; step < steps && now.Count > 0; step++)
        {
            var next = new List<int>();
            foreach (int index in now)
            {
                foreach (int neighbour in forward ? graph.Followers(index) : graph.PrevEvents(index))
                {
                    if (!reached[neighbour])
                    {
                        reached[neighbour] = true;
                        next.Add(neighbour);
                    }
                }
            }

            now = next;
        }

        return reached;
    }
}
