using System.Text.Json;
using Conformance.Rooms.Graphs;
using Conformance.Rooms.Store;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Graphs;

/// <summary>The graphs of rooms as real homeservers made them, held against what one of these says of them.</summary>
public sealed class RealGraphsTests
{
    [Fact]
    public void Analyse_EveryRoom_IsAsTheServerHasIt()
    {
        var wrong = new List<string>();
        int depths = 0;
        int merges = 0;
        int forks = 0;
        int backward = 0;
        int leftBehind = 0;
        foreach ((string id, RoomEvents room, JsonElement truth) in RealArchive.Rooms())
        {
            RoomGraph graph = Analyse(room, truth);
            Compare("forward_extremities", graph.ForwardExtremities.Except(graph.LeftBehind));
            leftBehind += graph.LeftBehind.Count;
            Compare("backward_extremities", graph.BackwardExtremities);
            Compare("missing_prev_events", graph.MissingPrevEvents.Events);
            Compare("missing_prev_events_of_outliers", graph.MissingPrevEventsOfOutliers.Events);
            Compare("missing_auth_events", graph.MissingAuthEvents.Events);
            Compare("prev_events_held_as_outliers_only", graph.BackwardExtremities.Where(room.IsUsable));
            Compare("depth_off_formula", graph.DepthOffFormula);
            Number("merges", graph.Merges);
            Number("forks", graph.Forks);
            graph.CycleCount.ShouldBe(0);
            graph.RedundancyUndecided.ShouldBe(0);
            graph.Creates.Count.ShouldBeLessThanOrEqualTo(1);
            depths += graph.DepthOffFormula.Count;
            merges += graph.Merges;
            forks += graph.Forks;
            backward += graph.BackwardExtremities.Count;

            void Compare(string name, IEnumerable<int> found)
            {
                HashSet<string> expected = [.. truth.GetProperty(name).EnumerateArray().Select(entry => entry.GetString()!)];
                HashSet<string> actual = [.. found.Select(room.IdOf)];
                if (!expected.SetEquals(actual))
                {
                    wrong.Add($"{id} {name}: not found {string.Join(' ', expected.Except(actual))}, too much {string.Join(' ', actual.Except(expected))}");
                }
            }

            void Number(string name, int found)
            {
                if (truth.GetProperty(name).GetInt32() != found)
                {
                    wrong.Add($"{id} {name}: {found} and not {truth.GetProperty(name).GetInt32()}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        (depths, merges, forks, backward).ShouldBe((17, 1719, 1689, 44));

        // In two rooms the server left and joined again later: it builds on what came after only.
        leftBehind.ShouldBe(8);
    }

    [Fact]
    public void IsHistoryWhole_Samples_HaveNeitherGapNorOutlierBehindThem()
    {
        int samples = 0;
        foreach ((_, RoomEvents room, JsonElement truth) in RealArchive.Rooms())
        {
            RoomGraph graph = Analyse(room, truth);
            foreach (JsonElement sample in truth.GetProperty("state_samples").EnumerateArray())
            {
                samples++;
                int index = room.Find(System.Text.Encoding.UTF8.GetBytes(sample.GetProperty("event").GetString()!));
                bool whole = !sample.GetProperty("gap_behind").GetBoolean() && !sample.GetProperty("outliers_behind").GetBoolean();
                graph.IsHistoryWhole(index).ShouldBe(whole, room.IdOf(index));
            }
        }

        samples.ShouldBe(1021);
    }

    private static RoomGraph Analyse(RoomEvents room, JsonElement truth)
    {
        var places = new GraphPlace[room.Count];
        Mark(truth.GetProperty("outliers").EnumerateArray().Select(entry => entry.GetString()!), GraphPlace.Outlier);
        Mark(truth.GetProperty("rejected").EnumerateObject().Select(entry => entry.Name), GraphPlace.Rejected);
        Mark(truth.GetProperty("soft_failed").EnumerateArray().Select(entry => entry.GetString()!), GraphPlace.SoftFailed);
        return new RoomGraph(room, places);

        void Mark(IEnumerable<string> ids, GraphPlace place)
        {
            foreach (string id in ids)
            {
                places[room.Find(System.Text.Encoding.UTF8.GetBytes(id))] |= place;
            }
        }
    }
}
