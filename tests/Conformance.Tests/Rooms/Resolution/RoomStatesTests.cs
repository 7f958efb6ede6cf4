using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

/// <summary>Judging events while letting go of states, and within bounds.</summary>
public sealed class RoomStatesTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("6")]
    [InlineData("12")]
    public void Judge_RandomRooms_SaysTheSameAsWhenAllStatesAreKept(string version)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var room = new RoomFixture(version);
            foreach (System.Text.Json.Nodes.JsonObject pdu in RandomRoom.Make(version, seed, 80))
            {
                room.Add(pdu);
            }

            var kept = new RoomStates(room.Events, cancellation: TestContext.Current.CancellationToken);
            RoomStates judged = RoomStates.Judge(room.Events, cancellation: TestContext.Current.CancellationToken);
            foreach (int index in kept.Order)
            {
                judged.StandingOf(index).ShouldBe(kept.StandingOf(index));
                judged.VerdictOf(index).ShouldBe(kept.VerdictOf(index));
                judged.IsStateKnown(index).ShouldBe(kept.Before(index) is not null);
            }

            StateMap? end = kept.After([.. kept.ForwardExtremities()]);
            StateMap? found = judged.After([.. judged.ForwardExtremities()]);
            (found is null).ShouldBe(end is null);
            if (end is not null)
            {
                StateMap.Same(found!, end).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Judge_WithLessWorkThanItTakes_LeavesStatesUnknownAndSaysSo()
    {
        LargeRoom room = LargeRooms.Busy("11", 30_000, 2_000, 4_000, levelsEvery: 1);
        RoomStates whole = RoomStates.Judge(room.Room, cancellation: TestContext.Current.CancellationToken);
        RoomStates cut = RoomStates.Judge(room.Room, workPerEvent: 1, cancellation: TestContext.Current.CancellationToken);

        whole.IsCut.ShouldBeFalse();
        whole.Standings.ShouldNotContain(EventStanding.Unplaced);
        cut.IsCut.ShouldBeTrue();
        cut.Standings.ShouldContain(EventStanding.Unplaced);
        for (int index = 0; index < room.Room.Count; index++)
        {
            if (cut.IsStateKnown(index))
            {
                cut.StandingOf(index).ShouldBe(whole.StandingOf(index));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{whole.Work / room.Room.Count} events looked at for each event");
    }

    [Theory]
    [InlineData(100_000, 10_000, 5_000, 10)]
    [InlineData(100_000, 10_000, 10_000, 1)]
    public void Judge_LargeRooms_StaysFarBelowTheDefaultBound(int events, int members, int forks, int levelsEvery)
    {
        LargeRoom room = LargeRooms.Busy("12", events, members, forks, levelsEvery);
        RoomStates states = RoomStates.Judge(room.Room, workPerEvent: new Conformance.Profiles.Mspf.MspfLimits().ResolutionWork, cancellation: TestContext.Current.CancellationToken);

        states.IsCut.ShouldBeFalse();
        TestContext.Current.TestOutputHelper?.WriteLine($"{states.Work / room.Room.Count} events looked at for each event");
    }

    // A join, then a ban by the server on one branch and words of the banned on another: what the server's own events follow tells what came after the ban.
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void SoftFailures_WordsBesideABan_AreNamedWhenTheServersOwnEventsDoNotFollowThem(bool banned, bool named)
    {
        var room = new RoomFixture("10");
        room.Add("$create:a", "m.room.create", "", "@a:a", """{"creator":"@a:a"}""");
        room.Add("$a:a", "m.room.member", "@a:a", "@a:a", """{"membership":"join"}""", ["$create:a"], ["$create:a"]);
        room.Add("$rules:a", "m.room.join_rules", "", "@a:a", """{"join_rule":"public"}""", ["$a:a"], ["$create:a", "$a:a"]);
        room.Add("$b:b", "m.room.member", "@b:b", "@b:b", """{"membership":"join"}""", ["$rules:a"], ["$create:a", "$rules:a"]);
        room.Add("$ban:a", "m.room.member", banned ? "@b:b" : "@x:x", "@a:a", """{"membership":"ban"}""", ["$b:b"], banned ? ["$create:a", "$a:a", "$b:b"] : ["$create:a", "$a:a"]);
        int word = room.Add("$word:b", "m.room.message", null, "@b:b", "{}", ["$b:b"], ["$create:a", "$b:b"]);
        room.Add("$later:a", "m.room.message", null, "@a:a", "{}", ["$ban:a"], ["$create:a", "$a:a"]);

        RoomStates states = RoomStates.Judge(room.Events, isOwn: user => room.Events.Texts[user].EndsWith(":a"u8), cancellation: TestContext.Current.CancellationToken);

        states.StandingOf(word).ShouldBe(EventStanding.Accepted);
        states.SoftFailures.ShouldBe(named ? [word] : []);
    }
}
