using System.Diagnostics;
using System.Text;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

/// <summary>Rooms as large as they come and worse: all is done in time and without recursion.</summary>
public sealed class LargeRoomTests
{
    [Theory]
    [InlineData("10", 100_000, 10_000, 5_000)]
    [InlineData("12", 100_000, 10_000, 5_000)]
    [InlineData("1", 20_000, 1_000, 1_000)]
    public void StateAtEveryEvent_OfALargeRoom_IsFoundInTimeAndMemory(string version, int events, int members, int forks)
    {
        LargeRoom room = Busy(version, members, forks, events);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var states = new RoomStates(room.Room);
        watch.Stop();
        long memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Say($"{version}: {room.Room.Count} events, {states.Resolutions} resolutions, {watch.ElapsedMilliseconds} ms, {memory >> 20} MB of states");
        states.Order.Count.ShouldBe(events);
        states.Order.Where(index => states.StandingOf(index) != EventStanding.Accepted).Take(3)
            .Select(index => $"{index} {states.VerdictOf(index).Rule}").ShouldBeEmpty();
        states.Resolutions.ShouldBeGreaterThanOrEqualTo(forks - 1);
        states.After(room.Room.Find(Encoding.UTF8.GetBytes(room.Tip)))!.Count.ShouldBeGreaterThan(members);
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(60);
        memory.ShouldBeLessThan(2L << 30);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("12")]
    public void Resolution_OfTwentyThousandConflictedEvents_Ends(string version)
    {
        var room = new LargeRoom(version);
        for (int i = 1; i <= 5_000; i++)
        {
            room.Join($"@u{i}:a", room.Tip);
        }

        string start = room.Tip;
        StateMap[] ends = new StateMap[2];
        StateMap shared = Held(room, Enumerable.Range(0, room.Room.Count));
        for (int side = 0; side < 2; side++)
        {
            int first = room.Room.Count;
            string tip = start;
            for (int i = 0; i < 10_000; i++)
            {
                tip = room.Add("board", $"{i}", room.User(i * 7), $$"""{"side":{{side}}}""", [tip]);
            }

            ends[side] = shared;
            foreach (int index in Enumerable.Range(first, room.Room.Count - first))
            {
                ends[side] = ends[side].Set(room.Room.SlotOf(index), index);
            }
        }

        Measure($"{version}: 20,000 conflicted", room, ends, 10_000);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("12")]
    public void Resolution_OfAnAuthChainTwentyThousandDeep_Ends(string version)
    {
        var room = new LargeRoom(version);
        StateMap shared = Held(room, Enumerable.Range(0, room.Room.Count));
        StateMap[] ends = new StateMap[2];
        string start = room.Tip;
        string levels = room.Levels;
        for (int side = 0; side < 2; side++)
        {
            string tip = start;
            room.Levels = levels;
            for (int i = 0; i < 10_000; i++)
            {
                tip = room.Levels = room.Add("m.room.power_levels", "", "@u0:a", room.LevelsOf(i % 50), [tip]);
            }

            ends[side] = shared.Set(room.Room.PowerLevelsSlot, room.Room.Find(Encoding.UTF8.GetBytes(tip)));
        }

        Measure($"{version}: 20,000 deep", room, ends, 1);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("12")]
    public void Resolution_OfEventsWithTwentyAuthEventsEach_Ends(string version)
    {
        var room = new LargeRoom(version);
        StateMap shared = Held(room, Enumerable.Range(0, room.Room.Count));
        StateMap[] ends = [shared, shared];
        var ids = new List<string>();
        for (int i = 0; i < 20_000; i++)
        {
            string[] auth = [.. Enumerable.Range(Math.Max(0, ids.Count - 20), Math.Min(20, ids.Count)).Select(at => ids[at])];
            ids.Add(room.Add(i % 2 == 0 ? "m.room.join_rules" : "m.room.power_levels", $"{i}", "@u0:a", "{}", [room.Tip], auth));
            int index = room.Room.Find(Encoding.UTF8.GetBytes(ids[^1]));
            ends[i / 2 % 2] = ends[i / 2 % 2].Set(room.Room.SlotOf(index), index);
        }

        Measure($"{version}: 20,000 events with 20 auth events", room, ends, 20_000);
    }

    [Fact]
    public void Resolution_OfTwentyStates_Ends()
    {
        var room = new LargeRoom("12");
        for (int i = 1; i <= 1_000; i++)
        {
            room.Join($"@u{i}:a", room.Tip);
        }

        StateMap shared = Held(room, Enumerable.Range(0, room.Room.Count));
        StateMap[] ends = [.. Enumerable.Repeat(shared, 20)];
        for (int i = 0; i < 20_000; i++)
        {
            string id = room.Add("board", $"{i / 40}", room.User(i * 3), "{}", [room.Tip]);
            int index = room.Room.Find(Encoding.UTF8.GetBytes(id));
            ends[i % 20] = ends[i % 20].Set(room.Room.SlotOf(index), index);
        }

        Measure("12: 20 states", room, ends, 500);
    }

    private static void Measure(string what, LargeRoom room, StateMap[] states, int conflicts)
    {
        var rules = new AuthRules(room.Room);
        var standings = new EventStanding[room.Room.Count];
        var watch = Stopwatch.StartNew();
        var resolver = new StateResolver(room.Room, rules);
        StateMap resolved = resolver.Resolve(states, standings);
        Say($"{what}: {watch.ElapsedMilliseconds} ms");
        var trace = new ResolutionTrace();
        StateMap.Same(resolver.Resolve([.. states.Reverse()], standings, trace), resolved).ShouldBeTrue();
        trace.ConflictedSlots.Count.ShouldBe(conflicts);
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(30);
    }

    private static StateMap Held(LargeRoom room, IEnumerable<int> events) =>
        events.Where(index => room.Room.SlotOf(index) >= 0).Aggregate(StateMap.Empty, (state, index) => state.Set(room.Room.SlotOf(index), index));

    /// <summary>A room in which members join, talk and set state on two branches that merge again and again.</summary>
    private static LargeRoom Busy(string version, int members, int forks, int events)
    {
        var room = new LargeRoom(version);
        for (int i = 1; i <= members / 2; i++)
        {
            room.Join($"@u{i}:a", room.Tip);
        }

        int rest = events - room.Room.Count;
        int length = rest / forks;
        int joined = members / 2;
        for (int fork = 0; fork < forks; fork++)
        {
            int left = events - room.Room.Count;
            if (left < length)
            {
                break;
            }

            string one = room.Tip;
            string other = room.Tip;
            one = fork % 2 == 0
                ? room.Join($"@u{++joined}:a", one)
                : room.Add("m.room.member", $"@gone{fork}:a", "@u0:a", """{"membership":"ban"}""", [one]);
            one = room.Add("board", $"{fork % 100}", room.User(fork * 3), "{}", [one]);
            other = fork % 10 == 0
                ? room.Levels = room.Add("m.room.power_levels", "", "@u0:a", room.LevelsOf(fork % 50), [other])
                : room.Add("board", $"{fork % 100}", room.User(fork * 5), "{}", [other]);
            for (int i = 0; i < length - 5; i++)
            {
                one = room.Add("m.room.message", null, room.User(fork + i), "{}", [one]);
            }

            other = room.Add("m.room.message", null, "@u0:a", "{}", [other]);
            room.Tip = room.Add("m.room.message", null, "@u0:a", "{}", [one, other]);
        }

        while (room.Room.Count < events)
        {
            room.Tip = room.Add("m.room.message", null, "@u0:a", "{}", [room.Tip]);
        }

        return room;
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}
