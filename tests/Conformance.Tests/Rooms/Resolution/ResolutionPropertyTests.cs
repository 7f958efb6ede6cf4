using System.Text;
using System.Text.Json.Nodes;
using Conformance.Events.Versions;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

public sealed class ResolutionPropertyTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("5")]
    [InlineData("10")]
    [InlineData("12")]
    public void Room_AddedInAnyOrder_IsJudgedTheSame(string version)
    {
        int rejected = 0;
        for (int seed = 0; seed < 25; seed++)
        {
            List<JsonObject> events = RandomRoom.Make(version, seed, 80);
            RoomFixture room = Room(version, events);
            string first = Describe(room, out int refused);
            rejected += refused;
            JsonObject[] shuffled = [.. events];
            new Random(seed).Shuffle(shuffled);
            Describe(Room(version, shuffled), out _).ShouldBe(first, $"seed {seed}");
        }

        rejected.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("10")]
    [InlineData("12")]
    public void Room_SplitOverSeveralReaders_IsJudgedTheSame(string version)
    {
        for (int seed = 0; seed < 25; seed++)
        {
            List<JsonObject> events = RandomRoom.Make(version, seed, 80);
            string whole = Describe(Room(version, events), out _);
            var room = new RoomFixture(version);
            var random = new Random(seed);
            RoomEventDrafts[] readers = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => new RoomEventDrafts())];
            foreach (JsonObject pdu in events)
            {
                // Some are in two files.
                for (int copies = random.Next(5) == 0 ? 2 : 1; copies > 0; copies--)
                {
                    room.Draft(pdu, readers[random.Next(readers.Length)]);
                }
            }

            random.Shuffle(readers);
            foreach (RoomEventDrafts drafts in readers)
            {
                for (int draft = 0; draft < drafts.Count; draft++)
                {
                    room.Events.Enter(drafts, draft, fingerprint: 0, default, out _);
                }
            }

            Describe(room, out _).ShouldBe(whole, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("2", AuthGraph.DefaultSteps)]
    [InlineData("10", AuthGraph.DefaultSteps)]
    [InlineData("12", AuthGraph.DefaultSteps)]
    [InlineData("11", 0)]
    [InlineData("11", 5)]
    public void Resolution_AgreesWithTheSpecificationTakenLiterally(string version, int maxSteps)
    {
        int resolved = 0;
        int differences = 0;
        int subgraphs = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            RoomFixture room = Room(version, RandomRoom.Make(version, seed, 70));
            var states = new RoomStates(room.Events);
            var resolver = new StateResolver(room.Events, new AuthRules(room.Events), maxSteps);
            var random = new Random(seed);
            for (int i = 0; i < 15; i++)
            {
                StateMap[] some = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => states.After(states.Order[random.Next(states.Order.Count)])!)];
                var trace = new ResolutionTrace();
                StateMap actual = resolver.Resolve(some, states.Standings, trace);
                var naive = new NaiveResolution(room.Events, states.Standings, fromEmpty: room.Events.Version.StateResolution == StateResolutionId.V2Point1);
                Dictionary<int, int> expected = naive.Resolve([.. some.Select(Content)]);
                Content(actual).OrderBy(pair => pair.Key).ShouldBe(expected.OrderBy(pair => pair.Key), $"seed {seed}");
                if (trace.ConflictedSlots.Count > 0)
                {
                    resolved++;
                    trace.ConflictedEvents.Order().ShouldBe(naive.Conflicted.Order());
                    trace.AuthDifference.Order().ShouldBe(naive.Difference.Order());
                    trace.Subgraph.Order().ShouldBe(naive.Subgraph.Except(naive.Conflicted).Except(naive.Difference).Order());
                    differences += trace.AuthDifference.Count;
                    subgraphs += trace.Subgraph.Count;
                }
            }
        }

        resolved.ShouldBeGreaterThan(300);
        differences.ShouldBeGreaterThan(900);
        (subgraphs > 0).ShouldBe(version == "12");
    }

    [Fact]
    public void Resolution_OfMoreStatesThanBitsInAWord_AgreesWithTheSpecificationTakenLiterally()
    {
        RoomFixture room = Room("10", RandomRoom.Make("10", 7, 160));
        var states = new RoomStates(room.Events);
        var trace = new ResolutionTrace();
        StateMap[] some = [.. states.Order.Select(index => StateMap.Empty.Set(room.Events.SlotOf(index), index))];
        StateMap actual = new StateResolver(room.Events, new AuthRules(room.Events)).Resolve(some, states.Standings, trace);
        var naive = new NaiveResolution(room.Events, states.Standings, fromEmpty: false);
        Content(actual).OrderBy(pair => pair.Key).ShouldBe(naive.Resolve([.. some.Select(Content)]).OrderBy(pair => pair.Key));
        trace.AuthDifference.Order().ShouldBe(naive.Difference.Order());
        some.Length.ShouldBe(160);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("12")]
    public void Resolution_OfStatesInAnyOrderAndNumber_IsTheSame(string version)
    {
        for (int seed = 0; seed < 25; seed++)
        {
            RoomFixture room = Room(version, RandomRoom.Make(version, seed, 60));
            var states = new RoomStates(room.Events);
            var resolver = new StateResolver(room.Events, new AuthRules(room.Events));
            var random = new Random(seed);
            StateMap[] some = [.. Enumerable.Range(0, 4).Select(_ => states.After(states.Order[random.Next(states.Order.Count)])!)];
            StateMap first = resolver.Resolve(some, states.Standings);
            StateMap[] twice = [.. some, .. some.Select(Rebuilt)];
            random.Shuffle(twice);
            StateMap.Same(resolver.Resolve(twice, states.Standings), first).ShouldBeTrue($"seed {seed}");
            StateMap.Same(resolver.Resolve([first, first], states.Standings), first).ShouldBeTrue();
        }
    }

    private static RoomFixture Room(string version, IEnumerable<JsonObject> events)
    {
        var room = new RoomFixture(version);
        foreach (JsonObject pdu in events)
        {
            room.Add(pdu);
        }

        return room;
    }

    private static string Describe(RoomFixture room, out int rejected)
    {
        RoomEvents events = room.Events;
        var states = new RoomStates(events);
        rejected = 0;
        var lines = new List<string>();
        foreach (int index in states.Order)
        {
            rejected += states.VerdictOf(index).IsRefused ? 1 : 0;
            var line = new StringBuilder($"{events.IdOf(index)} {states.StandingOf(index)} {states.VerdictOf(index).Rule}:");
            line.AppendJoin(' ', Content(states.After(index)!).Values.Select(events.IdOf).Order(StringComparer.Ordinal));
            lines.Add(line.ToString());
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static Dictionary<int, int> Content(StateMap state)
    {
        var entries = new List<(int Slot, int Event)>();
        state.CopyTo(entries);
        return entries.ToDictionary(entry => entry.Slot, entry => entry.Event);
    }

    private static StateMap Rebuilt(StateMap state) => Content(state).Aggregate(StateMap.Empty, (map, pair) => map.Set(pair.Key, pair.Value));
}
