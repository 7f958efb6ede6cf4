namespace Conformance.Rooms.Facts;

/// <summary>Levels by name, ordered by the numbers of the names.</summary>
internal sealed class LevelMap
{
    private readonly int[] _names;
    private readonly long[] _levels;

    /// <summary>A map of pairs; of a name that comes twice the last level counts.</summary>
    public LevelMap(List<(int Name, long Level)> pairs)
    {
        var last = new SortedDictionary<int, long>();
        foreach ((int name, long level) in pairs)
        {
            last[name] = level;
        }

        _names = [.. last.Keys];
        _levels = [.. last.Values];
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
