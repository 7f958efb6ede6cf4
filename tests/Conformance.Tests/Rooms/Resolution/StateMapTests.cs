using Conformance.Rooms.Resolution;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

public sealed class StateMapTests
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 300)]
    [InlineData(3, 100_000)]
    [InlineData(4, int.MaxValue)]
    public void Set_ManyTimes_IsADictionaryAndLeavesOldMapsAlone(int seed, int slots)
    {
        var random = new Random(seed);
        var dictionary = new Dictionary<int, int>();
        StateMap map = StateMap.Empty;
        var kept = new List<(StateMap Map, Dictionary<int, int> Content)>();
        for (int i = 0; i < 3_000; i++)
        {
            int slot = random.Next(slots);
            int value = random.Next(-1, 50);
            map = map.Set(slot, value);
            if (value < 0)
            {
                dictionary.Remove(slot);
            }
            else
            {
                dictionary[slot] = value;
            }

            if (i % 500 == 0)
            {
                kept.Add((map, new Dictionary<int, int>(dictionary)));
            }
        }

        kept.Add((map, dictionary));
        foreach ((StateMap old, Dictionary<int, int> content) in kept)
        {
            var entries = new List<(int Slot, int Event)>();
            old.CopyTo(entries);
            entries.ShouldBe(content.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
            old.Count.ShouldBe(content.Count);
            content.Keys.ShouldAllBe(slot => old[slot] == content[slot]);
        }

        foreach ((StateMap left, Dictionary<int, int> lefts) in kept)
        {
            foreach ((StateMap right, Dictionary<int, int> rights) in kept)
            {
                var differing = new List<int>();
                StateMap.Diff(left, right, differing);
                differing.ShouldBe(lefts.Except(rights).Union(rights.Except(lefts)).Select(pair => pair.Key).Distinct().Order());
                StateMap.Same(left, right).ShouldBe(differing.Count == 0);
            }
        }
    }

    [Fact]
    public void Set_ToWhatItIs_IsTheSameMap()
    {
        StateMap map = StateMap.Empty.Set(70_000, 3);
        map.Set(70_000, 3).ShouldBeSameAs(map);
        map.Set(5, -1).ShouldBeSameAs(map);
        map[-1].ShouldBe(-1);
        map[70_001].ShouldBe(-1);
        map[int.MaxValue].ShouldBe(-1);
        map.Set(70_000, -1).Count.ShouldBe(0);
    }
}
