namespace Conformance.Rooms.Facts;

/// <summary>Levels by name, ordered by the numbers of the names.</summary>
internal sealed class LevelMap
{
    private readonly int[] _names;
    private readonly long[] _levels;

    /// <summary>A map of pairs; of a name that comes twice the last level counts.</summary>
    public LevelMap(List<(int Name, long Level)> pairs)
    {
        // Names with their places: sorted, the last of a name stands before the next name.
        long[] order = new long[pairs.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = (long)pairs[i].Name << 32 | (uint)i;
        }

        Sort(order);
        int count = 0;
        _names = new int[order.Length];
        _levels = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            int name = (int)(order[i] >> 32);
            if (i + 1 == order.Length || name != (int)(order[i + 1] >> 32))
            {
                _names[count] = name;
                _levels[count++] = pairs[(int)order[i]].Level;
            }
        }

        Array.Resize(ref _names, count);
        Array.Resize(ref _levels, count);
    }

    /// <summary>Most maps are short, and sorted without what the framework first has to compile.</summary>
    private static void Sort(long[] order)
    {
        if (order.Length > 32)
        {
            Array.Sort(order);
            return;
        }

        for (int i = 1; i < order.Length; i++)
        {
            long moved = order[i];
            int at = i;
            for (; at > 0 && order[at - 1] > moved; at--)
            {
                order[at] = order[at - 1];
            }

            order[at] = moved;
        }
    }

    /// <summary>A map without entries.</summary>
    public static LevelMap Empty { get; } = new([]);

    /// <summary>How many entries there are.</summary>
    public int Count => _names.Length;

    /// <summary>An entry.</summary>
    public (int Name, long Level) this[int index] => (_names[index], _levels[index]);

    /// <summary>The level of a name, or null.</summary>
    public long? Find(int name)
    {
        int at = Array.BinarySearch(_names, name);
        return at < 0 ? null : _levels[at];
    }
}
