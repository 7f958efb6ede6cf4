using Conformance.Rooms.Store;

namespace Conformance.Rooms.Graphs;

/// <content>Parts of the graph that nothing joins.</content>
internal sealed partial class RoomGraph
{
    private readonly List<int> _leftBehind = [];
    private int[] _heads = [];

    /// <summary>How many parts there are; one in a room whose history is there.</summary>
    public int PartCount { get; private set; }

    /// <summary>The greatest parts, the greatest first.</summary>
    public IReadOnlyList<GraphPart> Parts { get; private set; } = [];

    /// <summary>How many events are in parts without a create event, so that no way leads from them to the start of the room.</summary>
    public int Unreachable { get; private set; }

    /// <summary>
    /// Forward extremities of parts that end, by depth, before another part begins over a gap. A server that left the room and joined again
    /// later has such parts, and builds on the newer one only. Depths are what events claim, so this is likely and not certain.
    /// </summary>
    public IReadOnlyList<int> LeftBehind => _leftBehind;

    private void FindParts()
    {
        _heads = new int[_room.Count];
        for (int index = 0; index < _heads.Length; index++)
        {
            _heads[index] = index;
        }

        foreach (int index in Order)
        {
            foreach (int prev in PrevEvents(index))
            {
                if (IsPlaced(prev))
                {
                    Join(index, prev);
                }
            }
        }

        int[] numbers = new int[_room.Count];
        GraphPart[] parts = Measure(numbers);
        PartCount = parts.Length;
        Unreachable = parts.Sum(part => part.HasCreate ? 0 : part.Size);
        Parts = [.. parts.OrderByDescending(part => part.Size).Take(_limits.Listed)];

        long start = parts.Where(part => part.HasGap).Select(part => part.LowestDepth).DefaultIfEmpty(long.MinValue).Max();
        _leftBehind.AddRange(_forwardExtremities.Where(end => parts[numbers[HeadOf(end)] - 1].HighestDepth < start));
    }

    /// <summary>All parts in the order of their first events, and for each head the number of its part, from 1.</summary>
    private GraphPart[] Measure(int[] numbers)
    {
        int count = 0;
        foreach (int index in Order)
        {
            int head = HeadOf(index);
            numbers[head] = numbers[head] == 0 ? ++count : numbers[head];
        }

        var parts = new (int Size, int First, int Last, bool HasCreate, bool HasGap, long Low, long High, long Early, long Late)[count];
        foreach (int index in Order)
        {
            ref var part = ref parts[numbers[HeadOf(index)] - 1];
            long depth = _room.DepthOf(index);
            long time = _room.TimeOf(index);
            if (part.Size++ == 0)
            {
                part = (1, index, index, false, false, depth, depth, time, time);
            }

            part.Last = index;
            part.HasCreate |= _room.Has(index, RoomEventFlags.Create);
            (part.Low, part.High) = (Math.Min(part.Low, depth), Math.Max(part.High, depth));
            (part.Early, part.Late) = (Math.Min(part.Early, time), Math.Max(part.Late, time));
            foreach (int prev in PrevEvents(index))
            {
                part.HasGap |= !IsPlaced(prev);
            }
        }

        return
        [
            .. parts.Select(part => new GraphPart(
                part.Size, part.First, part.Last, part.HasCreate, part.HasGap, part.Low, part.High, part.Early, part.Late)),
        ];
    }

    private int HeadOf(int index)
    {
        while (_heads[index] != index)
        {
            _heads[index] = _heads[_heads[index]];
            index = _heads[index];
        }

        return index;
    }

    private void Join(int x, int y)
    {
        int left = HeadOf(x);
        int right = HeadOf(y);
        _heads[Math.Max(left, right)] = Math.Min(left, right);
    }
}
