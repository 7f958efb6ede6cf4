using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Inspection;
using Conformance.Rooms.Store;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Inspection;

/// <summary>Questions about a room whose answers follow from the specification by hand.</summary>
public sealed class RoomInspectionTests
{
    private readonly HealedRoom _room = new();

    [Fact]
    public void Answer_BeforeAndAfterAStateEvent_DiffersByThatEvent()
    {
        _room.Ids(_room.Ask("$topic").State).ShouldBe(["$create", "$rules", "$founder", "$guest", "$levels"]);
        _room.Ids(_room.Ask("$topic", after: true).State).ShouldBe(["$create", "$rules", "$founder", "$guest", "$levels", "$topic"]);
    }

    // The kick is by a power event's sender and so comes first; the guest's renames are then joins of someone who left, which a public room allows.
    [Fact]
    public void Answer_WithoutEvent_IsAfterTheExtremitiesAndLeavesRejectedOnesOut()
    {
        StateAnswer answer = _room.Ask(null);

        _room.Ids(answer.At).ShouldBe(["$heal"]);
        _room.Ids(answer.State).ShouldBe(["$create", "$rules", "$founder", "$rename", "$levels", "$topic"]);
    }

    [Fact]
    public void Answer_OfAType_IsThatTypeOnly()
    {
        _room.Ids(_room.Ask(null, type: "m.room.member").State).ShouldBe(["$founder", "$rename"]);
        _room.Ask(null, type: "m.room.avatar").State.ShouldBeEmpty();
    }

    [Fact]
    public void Answer_OfAUser_GoesBackOverChangesOfTheProfile()
    {
        MembershipAnswer member = _room.Ask("$rename", after: true, user: "@guest:b").Member!;

        member.ShouldBe(new MembershipAnswer("@guest:b", Membership.Join, _room["$rename"], _room["$guest"], IsSinceKnown: true));
    }

    [Fact]
    public void Answer_OfAUser_WhoWasRemoved_SaysSinceWhen() =>
        _room.Ask("$kick", after: true, user: "@guest:b").Member.ShouldBe(new MembershipAnswer("@guest:b", Membership.Leave, _room["$kick"], _room["$kick"], IsSinceKnown: true));

    [Theory]
    [InlineData("@guest:b")]
    [InlineData("@nobody:x")]
    public void Answer_OfAUserBeforeTheyCame_IsNone(string user)
    {
        StateAnswer answer = _room.Ask("$guest", user: user);

        answer.Member.ShouldBe(new MembershipAnswer(user, Membership.None, -1, -1, IsSinceKnown: true));
        answer.State.ShouldBeEmpty();
    }

    [Fact]
    public void Answer_BehindAGap_NamesWhereKnowledgeEnds()
    {
        _room.AddBehindGap();
        _room.Add("$later", "m.room.message", null, "@founder:a", "{}", ["$late"], "$create", "$levels", "$founder");

        StateAnswer answer = _room.Ask("$later");

        answer.Map.ShouldBeNull();
        answer.State.ShouldBeEmpty();
        answer.Ends.ShouldBe([new KnowledgeEnd(KnowledgeEndKind.Missing, _room["$missing"], _room["$late"])]);
        answer.EndCount.ShouldBe(1);
        _room.Ask("$missing").Ends.ShouldBe([new KnowledgeEnd(KnowledgeEndKind.Missing, _room["$missing"], -1)]);
        _room.Ask("$heal").Map.ShouldNotBeNull();
    }

    [Fact]
    public void Answer_AfterAStateEventOfWhichNothingCanBeSaid_NamesIt()
    {
        _room.Add("$odd", "m.room.topic", "", "@founder:a", "{}", ["$heal"], "$create", "$unknown", "$founder");
        _room.Add("$next", "m.room.message", null, "@founder:a", "{}", ["$odd"], "$create", "$levels", "$founder");

        _room.Ask("$odd").Map.ShouldNotBeNull();
        _room.Ask("$next").Ends.ShouldBe([new KnowledgeEnd(KnowledgeEndKind.Undetermined, _room["$odd"], _room["$next"])]);
    }

    [Fact]
    public void Answer_AtAMalformedEvent_IsNotKnown()
    {
        _room.Room.Add("$broken", "m.room.message", null, "@founder:a", "{}", ["$heal"], ["$create"], pdu => pdu.Remove("sender"));

        StateAnswer answer = _room.Ask("$broken", explain: true);

        answer.Map.ShouldBeNull();
        answer.Ends.ShouldBe([new KnowledgeEnd(KnowledgeEndKind.Malformed, _room["$broken"], -1)]);
        AuthRuleNames.CodeOf(answer.Explanation!.Event!.ByAuthEvents.Rule).ShouldBe("event.unreadable");
    }

    [Fact]
    public void Answer_InACircle_NamesIt()
    {
        _room.Add("$x", "m.room.message", null, "@founder:a", "{}", ["$y"], "$create", "$levels", "$founder");
        _room.Add("$y", "m.room.message", null, "@founder:a", "{}", ["$x"], "$create", "$levels", "$founder");

        _room.Ask("$x").Ends.ShouldAllBe(end => end.Kind == KnowledgeEndKind.Circular);
        _room.Ask("$x").EndCount.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Explain_MeetingBehindTheEvent_IsTheOneThatDecided()
    {
        StateExplanation explanation = _room.Ask("$heal", explain: true).Explanation!;

        explanation.MeetingCount.ShouldBe(1);
        StateMeeting meeting = explanation.Meetings[0];
        meeting.Event.ShouldBe(_room["$heal"]);
        _room.Ids(meeting.Met).ShouldBe(["$kick", "$rename"]);
        _room.Ids(meeting.Trace.ConflictedEvents).ShouldBe(["$kick", "$rename", "$topic"]);
        _room.Ids(meeting.Trace.AuthDifference).ShouldBe(["$name"]);
        _room.Ids(meeting.Trace.Winners.Select(winner => winner.Event)).ShouldBe(["$rename", "$topic"], ignoreOrder: true);
        explanation.Event!.Standing.ShouldBe(EventStanding.Accepted);
        AuthRuleNames.CodeOf(explanation.Event.ByState!.Value.Rule).ShouldBe("event.allowed");
    }

    [Theory]
    [InlineData("@guest:b", null, 1)]
    [InlineData("@founder:a", null, 0)]
    [InlineData(null, "m.room.topic", 1)]
    [InlineData(null, "m.room.join_rules", 0)]
    public void Explain_OfPartOfTheState_TellsOfMeetingsThatDifferInIt(string? user, string? type, int meetings) =>
        _room.Ask(null, user: user, type: type, explain: true).Explanation!.MeetingCount.ShouldBe(meetings);

    [Fact]
    public void Explain_RejectedEvent_NamesRuleAndEvidence()
    {
        JudgedEvent judged = _room.Ask("$stranger", explain: true).Explanation!.Event!;

        judged.Standing.ShouldBe(EventStanding.RejectedByAuthEvents);
        judged.ByAuthEvents.Outcome.ShouldBe(AuthOutcome.Refused);
        AuthRuleNames.CodeOf(judged.ByAuthEvents.Rule).ShouldBe("sender.not_joined");
        judged.ByState.ShouldBeNull();
    }

    [Theory]
    [InlineData("$kick", "$kick")]
    [InlineData("kick", "$kick")]
    [InlineData("$ki", "$kick")]
    [InlineData("$ki…", "$kick")]
    [InlineData("$r", "$rename $rules")]
    [InlineData("$nothing", "")]
    [InlineData("$", "")]
    public void Find_ByIdOrHowItBegins(string asked, string found) =>
        string.Join(' ', _room.Ids(_room.Inspect().Find(asked)).Order(StringComparer.Ordinal)).ShouldBe(found);
}
