using System.Diagnostics;
using System.Text;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Graphs;
using Conformance.Rooms.Resolution;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

/// <summary>The worst rooms that someone could make: all is done in time, whatever the machine is busy with, and on a stack of 256 KiB.</summary>
public sealed class WorstCasesTests
{
    private const double Seconds = 30;

    [Theory]
    [InlineData("1", 100_000, 10_000, 5_000)]
    [InlineData("10", 100_000, 10_000, 5_000)]
    [InlineData("12", 100_000, 10_000, 5_000)]
    public void States_OfALargeRoom_TakeLessThanTwoGigabytes(string version, int events, int members, int forks)
    {
        LargeRoom room = LargeRooms.Busy(version, events, members, forks);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        RoomStates states = Judge(room);
        long memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        states.Order.Count.ShouldBe(events);
        states.Order.Where(index => states.StandingOf(index) != EventStanding.Accepted).Take(3)
            .Select(index => $"{index} {states.VerdictOf(index).Rule}").ShouldBeEmpty();
        states.Resolutions.ShouldBeGreaterThanOrEqualTo(forks - 1);
        states.After(room.Room.Find(Encoding.UTF8.GetBytes(room.Tip)))!.Count.ShouldBeGreaterThan(members);
        memory.ShouldBeLessThan(2L << 30);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("12")]
    public void Conflict_OfTwentyThousandEvents_IsResolved(string version) =>
        SmallStack.Run(() => Resolve(LargeRooms.Conflicts(version, 20_000), 10_000, EventStanding.Accepted));

    [Theory]
    [InlineData("2")]
    [InlineData("12")]
    public void AuthChain_TwentyThousandDeepInConflict_IsResolved(string version) =>
        SmallStack.Run(() => Resolve(LargeRooms.DeepLevels(version, 20_000), 1, EventStanding.Accepted));

    [Theory]
    [InlineData("1")]
    [InlineData("12")]
    public void AuthChain_TwentyThousandDeepInOneLine_IsJudged(string version) => SmallStack.Run(() =>
    {
        LargeRoom room = LargeRooms.DeepLine(version, 20_000);
        RoomStates states = Judge(room);
        states.Order.ShouldAllBe(index => states.StandingOf(index) == EventStanding.Accepted);
        new RoomGraph(room.Room).ShouldNotBeNull();
    });

    // In version 1 nothing but depth and ID decides between events of one key.
    [Theory]
    [InlineData("1", 20_000)]
    [InlineData("2", 20_000)]
    [InlineData("12", 20_000)]
    public void Event_WithTwentyParents_IsJudgedWithAllTheirStates(string version, int events) => SmallStack.Run(() =>
    {
        RoomStates states = Judge(LargeRooms.ManyParents(version, events, 20));
        states.Order.ShouldAllBe(index => states.StandingOf(index) == EventStanding.Accepted);
        states.Resolutions.ShouldBeGreaterThan(19_000);
    });

    // Such events are rejected, since they name others than they may; resolved are they all the same, as a server's answer can claim any state.
    [Theory]
    [InlineData("2")]
    [InlineData("12")]
    public void Event_WithTwentyAuthEventsThatChain_IsResolved(string version) => SmallStack.Run(() =>
    {
        LargeRoom room = LargeRooms.ManyAuthEvents(version, 20_000, 20);
        RoomStates states = Judge(room);
        states.Order.Count(index => states.StandingOf(index) == EventStanding.RejectedByAuthEvents).ShouldBeGreaterThan(19_000);

        StateMap[] claimed = [StateMap.Empty, StateMap.Empty];
        for (int index = 0; index < room.Room.Count; index++)
        {
            int slot = room.Room.SlotOf(index);
            claimed[index & 1] = slot < 0 ? claimed[index & 1] : claimed[index & 1].Set(slot, index);
        }

        Resolve(room, claimed, new EventStanding[room.Room.Count]).ConflictedSlots.Count.ShouldBeGreaterThan(20_000);
    });

    [Theory]
    [InlineData("2", 20, 100_000)]
    [InlineData("12", 20, 100_000)]
    public void PowerLevels_OfAHundredThousandUsers_AreResolved(string version, int changes, int users) =>
        SmallStack.Run(() => Resolve(LargeRooms.WideLevels(version, changes, users), 1, EventStanding.Accepted));

    [Fact]
    public void PowerLevels_ThatChangeOnEachOfManyForks_AreResolved() => SmallStack.Run(() =>
    {
        RoomStates states = Judge(LargeRooms.Busy("11", 60_000, 1_000, 10_000, levelsEvery: 1));
        states.Order.ShouldAllBe(index => states.StandingOf(index) == EventStanding.Accepted);
    });

    private static void Resolve(LargeRoom room, int slots, EventStanding standing)
    {
        RoomStates states = Judge(room);
        states.Order.ShouldAllBe(index => states.StandingOf(index) == standing);
        Resolve(room, LargeRooms.LastMerge(room, states), states.Standings).ConflictedSlots.Count.ShouldBe(slots);
    }

    private static ResolutionTrace Resolve(LargeRoom room, StateMap[] ends, EventStanding[] standings)
    {
        var trace = new ResolutionTrace();
        var watch = Stopwatch.StartNew();
        var resolver = new StateResolver(room.Room, new AuthRules(room.Room));
        StateMap resolved = resolver.Resolve(ends, standings);
        Say(room, "resolved", watch);
        StateMap.Same(resolver.Resolve([.. ends.Reverse()], standings, trace), resolved).ShouldBeTrue();
        return trace;
    }

    private static RoomStates Judge(LargeRoom room)
    {
        var watch = Stopwatch.StartNew();
        var states = new RoomStates(room.Room);
        Say(room, "judged", watch);
        return states;
    }

    private static void Say(LargeRoom room, string what, Stopwatch watch)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{room.Room.Version.Id}: {room.Room.Count} events {what} in {watch.ElapsedMilliseconds} ms");
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(Seconds);
    }
}
