using Conformance.Rooms.Graphs;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Graphs;

/// <summary>
/// The shapes of graphs that the protocol notes of the Construct server (include/ircd/m/README.md, "DAG") tell apart, as data, with what
/// is to be seen in each worked out by hand.
/// </summary>
public sealed class GoldenShapesTests
{
    /// <summary>Name, lines, order, ends, events that are missed, redundant references, merges, forks, length of the longest stretch.</summary>
    public static TheoryData<string, string[], string, string, string, string, int, int, int> Shapes => new()
    {
        {
            "linear chain", ["M00:1", "M01:2 < M00", "M02:3 < M01"],
            "M00 M01 M02", "M02", "", "", 0, 0, 3
        },
        {
            "redundant reference", ["M00:1", "M01:2 < M00", "M02:3 < M01 M00"],
            "M00 M01 M02", "M02", "", "M02>M00", 1, 1, 1
        },
        {
            "fork", ["M00:1", "M01:2 < M00", "M02A:3 < M01", "M02B:3 < M01"],
            "M00 M01 M02A M02B", "M02A M02B", "", "", 0, 1, 2
        },
        {
            "merge", ["M00:1", "M01:2 < M00", "M02A:3 < M01", "M02B:3 < M01", "M03:4 < M02A M02B"],
            "M00 M01 M02A M02B M03", "M03", "", "", 1, 1, 2
        },
        {
            "three-way fork, merged at once",
            ["M00:1", "M01:2 < M00", "M02A:3 < M01", "M02B:3 < M01", "M02C:3 < M01", "M03:4 < M02A M02B M02C", "M04:5 < M03"],
            "M00 M01 M02A M02B M02C M03 M04", "M04", "", "", 1, 1, 2
        },
        {
            // One of the three talks on before anyone brings the three together.
            "three-way fork with a late merger",
            ["M00:1", "M01:2 < M00", "M02A:3 < M01", "M02B:3 < M01", "M02C:3 < M01", "M03:4 < M02A", "M04:5 < M03", "M05:6 < M04 M02B M02C"],
            "M00 M01 M02A M02B M02C M03 M04 M05", "M05", "", "", 1, 1, 3
        },
        {
            // A fourth server saw two of three; the next one joins what it made with the third.
            "a peer that saw two of three",
            ["M00:1", "M01:2 < M00", "M02A:3 < M01", "M02B:3 < M01", "M02C:3 < M01", "M03:4 < M02B M02C", "M04:5 < M02A M03", "M05:6 < M04"],
            "M00 M01 M02A M02B M02C M03 M04 M05", "M05", "", "", 2, 1, 2
        },
        {
            // The same, seen by the fourth server before the third message reached it.
            "a peer that has yet to see the third",
            ["M00:1", "M01:2 < M00", "M02A:3 < M01", "M02B:3 < M01", "M02C:3 < M01", "M03:4 < M02B M02C"],
            "M00 M01 M02A M02B M02C M03", "M02A M03", "", "", 1, 1, 2
        },
        {
            // History between M01 and M10 isn't there. M11 names M01 besides, so that the graph hangs together all the same.
            "a gap bridged on purpose",
            ["M00:1", "M01:2 < M00", "M10:11 < M09", "M11:12 < M10 M01"],
            "M00 M01 M10 M11", "M11", "M09", "", 1, 0, 2
        },
        {
            // Nothing of the rejected event's is lost: M03 goes round it.
            "a rejected event gone round",
            ["M00:1", "M01:2 < M00", "M02R:3! < M01", "M03:3 < M01"],
            "M00 M01 M03 M02R", "M03", "", "", 0, 1, 2
        },
        {
            // M02 is not there, since a server dropped it; M04 reaches M01 past it.
            "a gap from a rejected event",
            ["M00:1", "M01:2 < M00", "M03:4 < M02", "M04:5 < M03 M01"],
            "M00 M01 M03 M04", "M04", "M02", "", 1, 0, 2
        },
        {
            // Held, but rejected: what follows it is part of the room; the second reference is then redundant.
            "a route round a rejected event that is held",
            ["M00:1", "M01:2 < M00", "M02:3! < M01", "M03:4 < M02 M01"],
            "M00 M01 M02 M03", "M03", "", "M03>M01", 1, 1, 2
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Analyse_Shape_IsWhatItLooksLike(
        string name, string[] lines, string order, string ends, string missing, string redundant, int merges, int forks, int longest)
    {
        var fixture = new GraphFixture(lines);
        RoomGraph graph = fixture.Analyse();

        fixture.Names(graph.Order).ShouldBe(order, name);
        fixture.Names(graph.ForwardExtremities).ShouldBe(ends, name);
        fixture.Names(graph.MissingPrevEvents.Events).ShouldBe(missing, name);
        fixture.Names(graph.BackwardExtremities).ShouldBe(missing, name);
        fixture.Redundant(graph).ShouldBe(redundant, name);
        (graph.Merges, graph.Forks, graph.Stretches.Select(stretch => stretch.Length).FirstOrDefault(1)).ShouldBe((merges, forks, longest), name);
        graph.DepthOffFormula.ShouldBeEmpty(name);
        graph.CycleCount.ShouldBe(0, name);
        fixture.Names(graph.Creates).ShouldBe("M00", name);
    }

    [Fact]
    public void Analyse_LinesInAnyOrder_SameGraph()
    {
        foreach (string[] lines in Shapes.Select(row => row.Data.Item2))
        {
            var forward = new GraphFixture(lines);
            var backward = new GraphFixture([lines[0], .. lines.Skip(1).Reverse()]);
            RoomGraph one = forward.Analyse();
            RoomGraph other = backward.Analyse();

            // Events of one depth and one time go by their IDs' keys, whatever the order of adding.
            backward.Names(other.Order).ShouldBe(forward.Names(one.Order));
            backward.Redundant(other).ShouldBe(forward.Redundant(one));
        }
    }

    [Fact]
    public void Analyse_BridgedGap_IsOneGapWithItsDepths()
    {
        var fixture = new GraphFixture("M00:1", "M01:2 < M00", "M10:11 < M09", "M11:12 < M10 M01");
        RoomGraph graph = fixture.Analyse();

        GraphGap gap = graph.Gaps.ShouldHaveSingleItem();
        (gap.Missing, gap.References, gap.DepthBelow, gap.DepthAbove, gap.TimeBelow, gap.TimeAbove).ShouldBe((1, 1, 2L, 11L, 2000L, 11000L));
        graph.PartCount.ShouldBe(1);
        graph.Unreachable.ShouldBe(0);
        graph.BehindGaps.ShouldBe(2);
        graph.IsHistoryWhole(fixture["M01"]).ShouldBeTrue();
        graph.IsHistoryWhole(fixture["M11"]).ShouldBeFalse();
    }

    [Fact]
    public void Analyse_LongBraid_CountsAndNothingRedundant()
    {
        // Two servers send in every round, each having seen both events of the round before: 1 + 2 * 50 events, then one that ends it.
        List<string> lines = ["M000:1", "A001:2 < M000", "B001:2 < M000"];
        for (int round = 2; round <= 50; round++)
        {
            lines.Add($"A{round:d3}:{round + 1} < A{round - 1:d3} B{round - 1:d3}");
            lines.Add($"B{round:d3}:{round + 1} < A{round - 1:d3} B{round - 1:d3}");
        }

        lines.Add("M051:52 < A050 B050");
        var fixture = new GraphFixture([.. lines]);
        RoomGraph graph = fixture.Analyse();

        graph.Order.Length.ShouldBe(102);
        graph.Merges.ShouldBe(99);
        graph.Forks.ShouldBe(99);
        graph.StretchCount.ShouldBe(0);
        graph.Redundant.ShouldBeEmpty();
        graph.DepthOffFormula.ShouldBeEmpty();
        fixture.Names(graph.ForwardExtremities).ShouldBe("M051");
        (graph.WidestFork, graph.WidestMerge).ShouldBe((2, 2));
    }

    [Fact]
    public void Analyse_BraidThatLagsARound_FindsEachRedundantReference()
    {
        // B is always a round late, and A names B's newest and its own; from the third round on A's own is behind B's already only if B had seen it.
        var fixture = new GraphFixture(
            "M0:1", "A1:2 < M0", "B1:3 < A1", "A2:4 < A1 B1", "B2:5 < A2 B1", "A3:6 < B2 A2");
        RoomGraph graph = fixture.Analyse();

        fixture.Redundant(graph).ShouldBe("A2>A1 B2>B1 A3>A2");
        (graph.Merges, graph.Forks).ShouldBe((3, 3));
    }
}
