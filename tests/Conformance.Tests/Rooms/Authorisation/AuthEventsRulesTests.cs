using System.Text.Json.Nodes;
using Conformance.Rooms.Authorisation;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Authorisation;

/// <summary>The rules on create events and on what stands in <c>auth_events</c>.</summary>
public sealed class AuthEventsRulesTests
{
    [Theory]
    [InlineData("1", "{}", "- create.no_creator 1.4")]
    [InlineData("10", """{"room_version":"10"}""", "- create.no_creator 1.4")]
    [InlineData("10", """{"creator":"@a:a","room_version":"10"}""", "+ create.allowed 1.5")]
    [InlineData("10", """{"creator":"@a:a","room_version":"77"}""", "- create.unknown_version 1.3")]
    [InlineData("10", """{"creator":"@a:a","room_version":10}""", "- create.unknown_version 1.3")]
    [InlineData("11", "{}", "+ create.allowed 1.4")]
    [InlineData("11", """{"additional_creators":5}""", "+ create.allowed 1.4")]
    [InlineData("12", """{"additional_creators":5}""", "- create.additional_creators 1.4")]
    [InlineData("12", """{"additional_creators":["b"]}""", "- create.additional_creators 1.4")]
    [InlineData("12", """{"additional_creators":["@b:b"]}""", "+ create.allowed 1.5")]
    public void Create_IsJudgedByItsContent(string version, string content, string expected) => Create(version, content).ShouldBe(expected);

    [Fact]
    public void Create_WithPrevEventsOrTheWrongRoomId_IsRefused()
    {
        const string Content = """{"creator":"@a:a"}""";
        Create("5", Content, pdu => pdu["prev_events"] = new JsonArray("$x:a")).ShouldBe("- create.has_prev_events 1.1");
        Create("5", Content, pdu => pdu["sender"] = "@a:b").ShouldBe("- create.room_id_server 1.2");
        Create("5", Content, pdu =>
        {
            pdu["sender"] = "a";
            pdu["room_id"] = "!room";
        }).ShouldBe("- create.room_id_server 1.2");
        Create("12", Content, pdu => pdu["room_id"] = "!create:a").ShouldBe("- create.has_room_id 1.2");
    }

    [Theory]
    [InlineData("10", "$create:a $a:a $pl:a", "+ event.allowed 10")]
    [InlineData("10", "$create:a $a:a", "+ event.allowed 10")]
    [InlineData("10", "$create:a $pl:a", "- sender.not_joined 5")]
    [InlineData("10", "$a:a $pl:a", "- auth_events.no_create 2.4")]
    [InlineData("10", "$create:a $a:a $pl:a $pl:a", "- auth_events.duplicate 2.1")]
    [InlineData("10", "$create:a $a:a $pl:a $pl2:a", "- auth_events.duplicate 2.1")]
    [InlineData("10", "$create:a $a:a $pl:a $b:b", "- auth_events.not_selected 2.2")]
    [InlineData("10", "$create:a $a:a $pl:a $jr:a", "- auth_events.not_selected 2.2")]
    [InlineData("10", "$create:a $a:a $pl:a $message:a", "- auth_events.not_selected 2.2")]
    [InlineData("10", "$create:a $a:a $rejected:a", "- auth_events.rejected 2.3")]
    [InlineData("10", "$create:a $a:a $other:a", "- auth_events.other_room 2.5")]
    [InlineData("10", "$create:a $a:a $missing:a", "? auth_events.missing 2")]
    [InlineData("10", "$create:a $a:a $open:a", "? auth_events.undetermined 2")]
    [InlineData("10", "$create:a $a:a $pl:a $b:b $missing:a", "- auth_events.not_selected 2.2")]
    [InlineData("1", "$create:a $a:a $pl:a", "+ event.allowed 12")]
    [InlineData("12", "$a:a $pl:a", "+ event.allowed 11")]
    [InlineData("12", "$create:a $a:a $pl:a", "- auth_events.not_selected 3.2")]
    [InlineData("12", "$a:a $rejected:a", "- auth_events.rejected 3.3")]
    [InlineData("12", "$a:a $other:a", "- auth_events.other_room 3.5")]
    public void AuthEvents_OfAMessage_AreJudged(string version, string auth, string expected)
    {
        RoomFixture room = Room(version);
        int index = room.Add("$e:a", "m.room.message", null, "@a:a", "{}", ["$pl:a"], auth.Split(' '));
        Own(room, index).ShouldBe(expected);
    }

    [Theory]
    [InlineData("7", "join", "$jr:a $b:b", "", "+ member.join.public")]
    [InlineData("7", "join", "$jr:a $b:b $c:c", "", "- auth_events.not_selected")]
    [InlineData("8", "join", "$jr:a $b:b $c:c", ""","join_authorised_via_users_server":"@c:c" """, "+ member.join.public")]
    [InlineData("7", "join", "$jr:a $b:b $c:c", ""","join_authorised_via_users_server":"@c:c" """, "- auth_events.not_selected")]
    [InlineData("8", "leave", "$b:b $c:c", ""","join_authorised_via_users_server":"@c:c" """, "- auth_events.not_selected")]
    [InlineData("8", "leave", "$b:b $jr:a", "", "- auth_events.not_selected")]
    [InlineData("8", "knock", "$b:b $jr:a", "", "- member.knock.join_rule")]
    [InlineData("8", "invite", "$b:b $tok:a", "", "- auth_events.not_selected")]
    [InlineData("8", "invite", "$b:b $tok:a", ""","third_party_invite":{"signed":{"token":"tok"}}""", "- member.invite.third_party.incomplete")]
    [InlineData("8", "invite", "$b:b $tok:a", ""","third_party_invite":{"signed":{"token":"no"}}""", "- auth_events.not_selected")]
    public void AuthEvents_OfAMember_AreSelectedByMembership(string version, string membership, string auth, string more, string expected)
    {
        RoomFixture room = Room(version);
        int index = room.Add(
            "$e:b", "m.room.member", "@b:b", "@b:b", $$"""{"membership":"{{membership}}"{{more}}}""", ["$pl:a"], ["$create:a", "$pl:a", .. auth.Split(' ')]);
        Own(room, index).ShouldStartWith(expected);
    }

    [Fact]
    public void RoomId_ThatIsNotAnAcceptedCreateEvent_IsRefusedInVersion12()
    {
        RoomFixture room = Room("12");
        Own(room, room.Add("$1:a", "m", null, "@a:a", "{}", [], ["$a:a"], pdu => pdu.Remove("room_id"))).ShouldBe("- room_id.not_create 2");
        Own(room, room.Add("$2:a", "m", null, "@a:a", "{}", [], ["$a:a"], pdu => pdu["room_id"] = "!pl:a")).ShouldBe("- room_id.not_create 2");
        int index = room.Add("$3:a", "m", null, "@a:a", "{}", [], ["$a:a"]);
        Own(room, index).ShouldBe("+ event.allowed 11");
        var standings = new EventStanding[room.Events.Count];
        standings[room["$create:a"]] = EventStanding.RejectedByAuthEvents;
        AuthFixture.Text(new AuthRules(room.Events).CheckOwn(index, standings), room).ShouldBe("- room_id.not_create 2");

        var empty = new RoomFixture("12");
        empty.Add("$a:a", "m.room.member", "@a:a", "@a:a", """{"membership":"join"}""");
        Own(empty, empty.Add("$3:a", "m", null, "@a:a", "{}", [], ["$a:a"])).ShouldBe("? room_id.create_missing 2");
    }

    [Fact]
    public void Verdict_OfARefusedKick_NamesTheEventsThatDecided()
    {
        RoomFixture room = Room("10");
        int index = room.Add("$e:b", "m.room.member", "@a:a", "@b:b", """{"membership":"leave"}""", [], ["$create:a", "$pl:a", "$b:b", "$a:a"]);
        AuthVerdict verdict = new AuthRules(room.Events).CheckOwn(index, new EventStanding[room.Events.Count]);
        verdict.Rule.ShouldBe(AuthRule.LeaveKickLevel);
        Enumerable.Range(0, verdict.Evidence.Count).Select(at => room.Events.IdOf(verdict.Evidence[at])).ShouldBe(["$b:b", "$pl:a", "$a:a"]);
    }

    [Fact]
    public void Names_OfRules_AreUniqueAndNumberedInTheSetsThatHaveThem()
    {
        AuthRule[] rules = [.. Enum.GetValues<AuthRule>().Skip(1)];
        rules.Select(AuthRuleNames.CodeOf).Distinct().Count().ShouldBe(rules.Length);
        AuthRuleNames.NumberOf(AuthRule.RedactionRefused, Conformance.Events.Versions.AuthRulesId.V1).ShouldBe("11.3");
        AuthRuleNames.NumberOf(AuthRule.RedactionRefused, Conformance.Events.Versions.AuthRulesId.V3).ShouldBe("");
        AuthRuleNames.NumberOf(AuthRule.LevelsAllowed, Conformance.Events.Versions.AuthRulesId.V12).ShouldBe("10.11");
    }

    private static string Own(RoomFixture room, int index)
    {
        var standings = new EventStanding[room.Events.Count];
        foreach ((string id, EventStanding standing) in new[]
        {
            ("$rejected:a", EventStanding.RejectedByState), ("$open:a", EventStanding.Undetermined),
        })
        {
            if (room[id] >= 0)
            {
                standings[room[id]] = standing;
            }
        }

        return AuthFixture.Text(new AuthRules(room.Events).CheckOwn(index, standings), room);
    }

    private static string Create(string version, string content, Action<JsonObject>? change = null)
    {
        var room = new RoomFixture(version);
        int index = room.Add("$create:a", "m.room.create", "", "@a:a", content, change: change);
        return AuthFixture.Text(new AuthRules(room.Events).CheckOwn(index, new EventStanding[room.Events.Count]), room);
    }

    private static RoomFixture Room(string version)
    {
        var room = new RoomFixture(version);
        room.Add("$create:a", "m.room.create", "", "@a:a", """{"creator":"@a:a"}""");
        room.Add("$a:a", "m.room.member", "@a:a", "@a:a", """{"membership":"join"}""");
        foreach (string id in new[] { "$pl:a", "$pl2:a", "$rejected:a", "$open:a" })
        {
            room.Add(id, "m.room.power_levels", "", "@a:a", version == "12" ? "{}" : """{"users":{"@a:a":100}}""");
        }

        room.Add("$other:a", "m.room.power_levels", "", "@a:a", "{}", change: pdu => pdu["room_id"] = "!other:a");
        room.Add("$jr:a", "m.room.join_rules", "", "@a:a", """{"join_rule":"public"}""");
        room.Add("$b:b", "m.room.member", "@b:b", "@b:b", """{"membership":"join"}""");
        room.Add("$c:c", "m.room.member", "@c:c", "@c:c", """{"membership":"join"}""");
        room.Add("$tok:a", "m.room.third_party_invite", "tok", "@a:a", "{}");
        room.Add("$message:a", "m.room.message", null, "@a:a", "{}");
        return room;
    }
}
