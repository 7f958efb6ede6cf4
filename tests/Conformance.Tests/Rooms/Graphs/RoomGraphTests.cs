using System.Diagnostics;
using Conformance.Rooms.Graphs;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Graphs;

/// <summary>What a graph lacks, and input that is made to hurt.</summary>
public sealed class RoomGraphTests
{
    [Fact]
    public void Cycles_TwoEventsThatFollowEachOther_AreNamed()
    {
        var fixture = new GraphFixture("1", ["C:1", "X:2 < C Z", "Y:3 < X", "Z:4 < Y", "E:5 < Z", "F:2 < C"]);
        RoomGraph graph = fixture.Analyse();

        GraphCycle cycle = graph.Cycles.ShouldHaveSingleItem();
        (cycle.Size, cycle.Length).ShouldBe((3, 3));
        fixture.Names(cycle.Path).ShouldBe("X Z Y");
        graph.EventsInCycles.ShouldBe(3);
        fixture.Names(graph.Order).ShouldBe("C F X Y Z E");
        fixture.Names(graph.ForwardExtremities).ShouldBe("F E");
        graph.IsHistoryWhole(fixture["E"]).ShouldBeFalse();
    }

    [Fact]
    public void Cycles_ReferencesAndDepthsInThem_AreNoFindingsOfTheirOwn()
    {
        // X could be said to follow C also by way of itself, and no depths fit a circle; E comes after it and is judged as ever.
        var fixture = new GraphFixture("1", ["C:1", "X:2 < C Z", "Y:3 < X", "Z:4 < Y", "E:9 < Z Y"]);
        RoomGraph graph = fixture.Analyse();

        "XYZ".ShouldAllBe(name => graph.IsInCycle(fixture[name.ToString()]));
        "CE".ShouldAllBe(name => !graph.IsInCycle(fixture[name.ToString()]));
        fixture.Redundant(graph).ShouldNotContain("X>");
        fixture.Names(graph.DepthOffFormula).ShouldBe("E");
    }

    [Fact]
    public void Cycles_SelfReferenceAndTwoRings_AreTold()
    {
        var fixture = new GraphFixture("1", ["C:1", "S:2 < S C", "A:3 < B", "B:4 < A", "P:5 < Q B", "Q:6 < P"]);
        RoomGraph graph = fixture.Analyse();

        graph.CycleCount.ShouldBe(3);
        graph.EventsInCycles.ShouldBe(5);
        graph.Cycles.Select(cycle => (cycle.Size, fixture.Names(cycle.Path))).ShouldBe([(1, "S"), (2, "A B"), (2, "P Q")]);
        graph.Order.Length.ShouldBe(6);
    }

    [Fact]
    public void Depth_BeyondWhatTheVersionAllows_SaturatesThere()
    {
        long max = (1L << 53) - 1;
        var fixture = new GraphFixture("M0:1", $"M1:{max - 1} < M0", $"M2:{max} < M1", $"M3:{max} < M2", "M4:5 < M3");
        RoomGraph graph = fixture.Analyse();

        fixture.Names(graph.DepthOffFormula).ShouldBe("M1 M4");
        graph.ExpectedDepth(fixture["M3"]).ShouldBe(max);

        var old = new GraphFixture("1", ["M0:1", $"M1:{long.MaxValue} < M0", $"M2:{long.MaxValue} < M1"]);
        old.Names(old.Analyse().DepthOffFormula).ShouldBe("M1");
    }

    [Fact]
    public void Depth_WithAPrevEventThatIsNotThere_IsNotJudged()
    {
        var fixture = new GraphFixture("M0:1", "M5:99 < M4 M0", "M6:7 < M0");
        RoomGraph graph = fixture.Analyse();

        graph.ExpectedDepth(fixture["M5"]).ShouldBeNull();
        fixture.Names(graph.DepthOffFormula).ShouldBe("M6");
    }

    [Fact]
    public void Gaps_ManyReferencesToNeighbouringDepths_AreOneGapEach()
    {
        var fixture = new GraphFixture(
            "M0:1", "M1:2 < M0",
            "A:10 < X1 X2", "B:10 < X1", "C:11 < A B X3", "D:12 < C", "E:13 < D",
            "F:30 < Y1", "G:31 < F E");
        RoomGraph graph = fixture.Analyse();

        graph.GapCount.ShouldBe(2);
        graph.Gaps.Select(gap => (gap.Missing, gap.References, gap.DepthBelow, gap.DepthAbove)).ShouldBe([(3, 4, 2L, 11L), (1, 1, 13L, 30L)]);
        (graph.MissingPrevEvents.References, graph.MissingPrevEvents.Naming).ShouldBe((5, 4));
        (graph.MissingPrevEvents.LowestDepth, graph.MissingPrevEvents.HighestDepth).ShouldBe((10, 30));
        (graph.MissingPrevEvents.Earliest, graph.MissingPrevEvents.Latest).ShouldBe((10000, 30005));
        graph.PartCount.ShouldBe(2);
        graph.Unreachable.ShouldBe(7);
        fixture.Names(graph.Parts.Select(part => part.First)).ShouldBe("A M0");
        fixture.Names(graph.ForwardExtremities).ShouldBe("M1 G");
        fixture.Names(graph.LeftBehind).ShouldBe("M1");
    }

    [Fact]
    public void Gaps_AtTheStartOfWhatIsThere_ReachDownToTheStart()
    {
        var fixture = new GraphFixture("M5:6 < M4", "M6:7 < M5");
        GraphGap gap = fixture.Analyse().Gaps.ShouldHaveSingleItem();

        (gap.DepthBelow, gap.TimeBelow, gap.DepthAbove).ShouldBe((null, null, 6L));
        fixture.Names(gap.Examples).ShouldBe("M4");
    }

    [Fact]
    public void Ends_BehindSoftFailedEvents_AreNoEnds()
    {
        var fixture = new GraphFixture("M0:1", "M1:2 < M0", "S:3~ < M1", "R:4! < S", "M2:5 < R", "T:6~ < M2", "O:2* < N");
        RoomGraph graph = fixture.Analyse();

        fixture.Names(graph.ForwardExtremities).ShouldBe("M2");
        graph.OutlierCount.ShouldBe(1);
        fixture.Names(graph.MissingPrevEventsOfOutliers.Events).ShouldBe("N");
        graph.MissingPrevEvents.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Roots_SeveralAndASecondCreate_AreNamed()
    {
        var fixture = new GraphFixture("1", ["C:1", "R:1", "M:2 < C R"]);
        fixture.Room.Add("$D", "m.room.create", "", "@b:b", "{}", [], change: pdu => pdu["origin_server_ts"] = 5000);
        RoomGraph graph = fixture.Analyse();

        fixture.Names(graph.Roots).ShouldBe("C R D");
        fixture.Names(graph.Creates).ShouldBe("C D");
        graph.IsHistoryWhole(fixture["M"]).ShouldBeFalse();
    }

    [Fact]
    public void Analyse_RepeatedReferenceAndDroppedEvent_AreCounted()
    {
        var fixture = new GraphFixture("M0:1", "M1:2 < M0 M0", "M2:3 < D");
        fixture.Room.Add("$D", "m.room.message", null, "@a:a", "{}", ["$M1"], change: pdu => pdu["content"] = 1);
        RoomGraph graph = fixture.Analyse();

        (graph.RepeatedReferences, graph.DroppedCount, graph.Merges).ShouldBe((1, 1, 0));
        fixture.Names(graph.MissingPrevEvents.Events).ShouldBe("D");
    }

    [Fact]
    public void Redundancy_BudgetSpent_IsSaid()
    {
        List<string> lines = ["M0:1"];
        for (int i = 1; i < 200; i++)
        {
            lines.Add($"M{i}:{i + 1} < M{i - 1}");
        }

        lines.Add("Z:201 < M199 M0");
        var fixture = new GraphFixture([.. lines]);

        fixture.Redundant(fixture.Analyse()).ShouldBe("Z>M0");
        RoomGraph bounded = fixture.Analyse(new GraphLimits { RedundancySteps = 50 });
        (bounded.Redundant.Count, bounded.RedundancyUndecided).ShouldBe((0, 1));
    }

    [Fact]
    public void Analyse_RandomGraphs_AgreeWithAnIndependentAnswer()
    {
        var random = new Random(20261120);
        for (int round = 0; round < 60; round++)
        {
            // An event names up to four others, mostly earlier ones; with hostile input, any.
            int size = random.Next(2, 40);
            bool hostile = round % 2 == 0;
            List<string> lines = ["E0:1"];
            var prevs = new List<int[]> { Array.Empty<int>() };
            for (int i = 1; i < size; i++)
            {
                int[] named = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => hostile && random.Next(8) == 0 ? random.Next(size) : random.Next(i)).Distinct()];
                prevs.Add(named);
                lines.Add($"E{i}:{i + 1} < {string.Join(' ', named.Select(prev => $"E{prev}"))}");
            }

            var fixture = new GraphFixture("1", lines);
            RoomGraph graph = fixture.Analyse();
            bool[,] reach = Closure(prevs);
            int[] numbers = [.. Enumerable.Range(0, size).Select(i => fixture[$"E{i}"])];

            graph.EventsInCycles.ShouldBe(Enumerable.Range(0, size).Count(i => reach[i, i]));
            graph.ForwardExtremities.ShouldBe(numbers.Where((_, i) => !Enumerable.Range(0, size).Any(j => reach[j, i])), ignoreOrder: true);
            int[] places = new int[fixture.Room.Events.Count];
            for (int i = 0; i < graph.Order.Length; i++)
            {
                places[graph.Order[i]] = i;
            }

            for (int i = 0; i < size; i++)
            {
                foreach (int prev in prevs[i].Where(prev => !reach[prev, i]))
                {
                    places[numbers[prev]].ShouldBeLessThan(places[numbers[i]]);
                }
            }

            if (graph.CycleCount == 0)
            {
                var expected = Enumerable.Range(0, size)
                    .SelectMany(i => prevs[i].Where(p => prevs[i].Any(q => q != p && reach[q, p])).Select(p => (numbers[i], numbers[p])));
                graph.Redundant.Select(entry => (entry.Event, entry.Prev)).ShouldBe(expected, ignoreOrder: true);
            }
        }
    }

    [Fact]
    public void Analyse_RingAndChainOfManyEvents_Finish()
    {
        List<string> lines = ["C:1"];
        for (int i = 0; i < 50_000; i++)
        {
            lines.Add($"R{i}:2 < R{(i + 1) % 50_000}");
        }

        var watch = Stopwatch.StartNew();
        var fixture = new GraphFixture("1", lines);
        RoomGraph graph = fixture.Analyse();

        (graph.CycleCount, graph.EventsInCycles, graph.Cycles[0].Length, graph.Cycles[0].Path.Count).ShouldBe((1, 50_000, 50_000, 8));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static bool[,] Closure(List<int[]> prevs)
    {
        bool[,] reach = new bool[prevs.Count, prevs.Count];
        for (int i = 0; i < prevs.Count; i++)
        {
            foreach (int prev in prevs[i])
            {
                reach[i, prev] = true;
            }
        }

        for (int via = 0; via < prevs.Count; via++)
        {
            for (int i = 0; i < prevs.Count; i++)
            {
                for (int j = 0; j < prevs.Count; j++)
                {
                    reach[i, j] |= reach[i, via] && reach[via, j];
                }
            }
        }

        return reach;
    }
}
