using Conformance.Rooms.Resolution;

namespace Conformance.Rooms.Graphs;

/// <content>References that say nothing new.</content>
internal sealed partial class RoomGraph
{
    private readonly List<RedundantReference> _redundant = [];

    /// <summary>Redundant references to events that are followed, in order. They are allowed.</summary>
    public IReadOnlyList<RedundantReference> Redundant => _redundant;

    /// <summary>How many events were left aside, with some of their references perhaps redundant, since the search had gone on long enough.</summary>
    public int RedundancyUndecided { get; private set; }

    /// <summary>
    /// Walks back from what an event follows, no lower than the lowest of it. An event's level, the length of the longest way from a root, is
    /// lower than that of all that come after it, so that a merge of events of one level needs no walk. In a cycle nothing is redundant: there every
    /// event comes after itself.
    /// </summary>
    private void FindRedundant()
    {
        var targets = new Marks(_room.Count);
        var visited = new Marks(_room.Count);
        var stack = new List<int>();
        long left = _limits.RedundancySteps;
        foreach (int index in Order)
        {
            ReadOnlySpan<int> prevs = PrevEvents(index);
            if (prevs.Length < 2 || IsInCycle(index))
            {
                continue;
            }

            stack.Clear();
            targets.Clear();
            visited.Clear();
            (int lowest, int highest) = (int.MaxValue, int.MinValue);
            foreach (int prev in prevs)
            {
                if (IsPlaced(prev))
                {
                    targets.Add(prev);
                    stack.Add(prev);
                    (lowest, highest) = (Math.Min(lowest, _levels[prev]), Math.Max(highest, _levels[prev]));
                }
            }

            if (lowest >= highest)
            {
                continue;
            }

            if (!Walk(stack, visited, lowest, ref left))
            {
                RedundancyUndecided++;
                _cancellation.ThrowIfCancellationRequested();
                continue;
            }

            foreach (int prev in prevs)
            {
                if (targets.Has(prev) && visited.Has(prev))
                {
                    _redundant.Add(new RedundantReference(index, prev));
                }
            }
        }
    }

    private bool Walk(List<int> stack, Marks visited, int lowest, ref long left)
    {
        while (stack.Count > 0)
        {
            int at = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            if (_levels[at] <= lowest)
            {
                continue;
            }

            foreach (int prev in PrevEvents(at))
            {
                if (left-- <= 0)
                {
                    return false;
                }

                if (IsPlaced(prev) && _levels[prev] >= lowest && visited.Add(prev))
                {
                    stack.Add(prev);
                }
            }
        }

        return true;
    }
}
