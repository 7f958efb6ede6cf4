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
        PartSpan[] parts = Measure(numbers);
        PartCount = parts.Length;
        long start = long.MinValue;
        var greatest = new PriorityQueue<int, (int Size, int Place)>();
        for (int i = 0; i < parts.Length; i++)
        {
            Unreachable += parts[i].HasCreate ? 0 : parts[i].Size;
            start = parts[i].HasGap ? Math.Max(start, parts[i].Low) : start;
            greatest.Enqueue(i, (parts[i].Size, -i));
            if (greatest.Count > _limits.Listed)
            {
                greatest.Dequeue();
            }
        }

        var listed = new List<GraphPart>();
        while (greatest.TryDequeue(out int i, out _))
        {
            PartSpan part = parts[i];
            listed.Add(new GraphPart(part.Size, part.First, part.Last, part.HasCreate, part.HasGap, part.Low, part.High, part.Early, part.Late));
        }

        listed.Reverse();
        Parts = listed;
        _leftBehind.AddRange(_forwardExtremities.Where(end => parts[numbers[HeadOf(end)] - 1].High < start));
    }

    /// <summary>All parts in the order of their first events, and for each head the number of its part, from 1.</summary>
    private PartSpan[] Measure(int[] numbers)
    {
        int count = 0;
        foreach (int index in Order)
        {
            int head = HeadOf(index);
            numbers[head] = numbers[head] == 0 ? ++count : numbers[head];
        }

        var parts = new PartSpan[count];
        foreach (int index in Order)
        {
            ref PartSpan part = ref parts[numbers[HeadOf(index)] - 1];
            long depth = _room.DepthOf(index);
            long time = _room.TimeOf(index);
            if (part.Size++ == 0)
            {
                (part.First, part.Low, part.High, part.Early, part.Late) = (index, depth, depth, time, time);
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

        return parts;
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

    /// <summary>What a part spans, while it is being measured.</summary>
    private struct PartSpan
    {
        public int Size;
        public int First;
        public int Last;
        public bool HasCreate;
        public bool HasGap;
        public long Low;
        public long High;
        public long Early;
        public long Late;
    }
}
