using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Authorisation;

public sealed class PowerLevelRulesTests
{
    private const string Current =
        """{"users":{"@a:a":100,"@m:m":50,"@n:n":50},"events":{"x":60,"y":10,"m.room.power_levels":50},"notifications":{"room":60},"ban":60,"kick":50}""";

    [Theory]
    [InlineData("1", """{"users":{"@a:a":"100"}}""", "+ power_levels.first 10.2")]
    [InlineData("1", """{"users":{"@a:a":" +0100 "}}""", "+ power_levels.first 10.2")]
    [InlineData("1", """{"users":{"@a:a":1e2}}""", "+ power_levels.first 10.2")]
    [InlineData("5", """{"users":{"@a:a":50.57}}""", "+ power_levels.first 10.2")]
    [InlineData("5", """{"users":{"@a:a":1e999}}""", "- power_levels.out_of_range 10")]
    [InlineData("5", """{"ban":-1e999}""", "- power_levels.out_of_range 10")]
    [InlineData("6", """{"users":{"@a:a":50.57}}""", "- power_levels.users 9.1")]
    [InlineData("6", """{"users":{"@a:a":"100"}}""", "+ power_levels.first 9.2")]
    [InlineData("6", """{"users":{"@a:a":"1_0"}}""", "- power_levels.users 9.1")]
    [InlineData("6", """{"users":{"@a:a":"1.0"}}""", "- power_levels.users 9.1")]
    [InlineData("6", """{"users":{"@a:a":"+-1"}}""", "- power_levels.users 9.1")]
    [InlineData("6", """{"users":{"@a:a":""}}""", "- power_levels.users 9.1")]
    [InlineData("6", """{"users":{"@a:a":true}}""", "- power_levels.users 9.1")]
    [InlineData("6", """{"users":{"a":1}}""", "- power_levels.users 9.1")]
    [InlineData("6", """{"users":[]}""", "- power_levels.users 9.1")]
    [InlineData("6", """{}""", "+ power_levels.first 9.2")]
    [InlineData("9", """{"ban":null,"events":[]}""", "+ power_levels.first 9.2")]
    [InlineData("10", """{"ban":null}""", "- power_levels.not_integer 9.1")]
    [InlineData("10", """{"ban":"50"}""", "- power_levels.not_integer 9.1")]
    [InlineData("10", """{"events":[]}""", "- power_levels.map_not_integers 9.2")]
    [InlineData("10", """{"notifications":{"room":"50"}}""", "- power_levels.map_not_integers 9.2")]
    [InlineData("10", """{"users":{"@a:a":"100"}}""", "- power_levels.users 9.3")]
    [InlineData("11", """{"users":{"@a:a":100}}""", "+ power_levels.first 9.4")]
    [InlineData("12", """{"users":{"@a:a":100}}""", "- power_levels.creator 10.4")]
    [InlineData("12", """{"users":{"@c:c":100}}""", "- power_levels.creator 10.4")]
    [InlineData("12", """{"users":{"@b:b":100}}""", "+ power_levels.first 10.5")]
    public void FirstLevels_NeedTheFormOfTheVersion(string version, string content, string expected) =>
        new AuthFixture(version, """{"additional_creators":["@c:c"]}""").CheckLevels("@a:a", content).ShouldBe(expected);

    [Theory]
    [InlineData("6", "\"kick\":50", "\"kick\":40", "+ power_levels.allowed 9.8")]
    [InlineData("6", "\"kick\":50", "\"kick\":51", "- power_levels.new 9.3.2")]
    [InlineData("6", "\"ban\":60", "\"ban\":50", "- power_levels.current 9.3.1")]
    [InlineData("6", "\"ban\":60,", "", "- power_levels.current 9.3.1")]
    [InlineData("6", "\"ban\":60", "\"ban\":60,\"redact\":51", "- power_levels.new 9.3.2")]
    [InlineData("6", "\"ban\":60", "\"ban\":\"60\"", "+ power_levels.allowed 9.8")]
    [InlineData("6", "\"x\":60,", "", "- power_levels.event_current 9.4.1")]
    [InlineData("6", "\"x\":60", "\"x\":50", "- power_levels.event_current 9.4.1")]
    [InlineData("6", "\"y\":10", "\"y\":51", "- power_levels.event_new 9.5.1")]
    [InlineData("6", "\"y\":10", "\"y\":50", "+ power_levels.allowed 9.8")]
    [InlineData("6", "\"room\":60", "\"room\":50", "- power_levels.event_current 9.4.1")]
    [InlineData("6", "\"room\":60", "\"room\":60,\"b\":51", "- power_levels.event_new 9.5.1")]
    [InlineData("5", "\"room\":60", "\"room\":50", "+ power_levels.allowed 10.8")]
    [InlineData("6", "\"@n:n\":50", "\"@n:n\":0", "- power_levels.user_current 9.6.1")]
    [InlineData("6", ",\"@n:n\":50", "", "- power_levels.user_current 9.6.1")]
    [InlineData("6", "\"@m:m\":50", "\"@m:m\":0", "+ power_levels.allowed 9.8")]
    [InlineData("6", "\"@m:m\":50", "\"@m:m\":51", "- power_levels.user_new 9.7.1")]
    [InlineData("6", "\"@n:n\":50", "\"@n:n\":50,\"@b:b\":50", "+ power_levels.allowed 9.8")]
    [InlineData("6", "\"@n:n\":50", "\"@n:n\":50,\"@b:b\":51", "- power_levels.user_new 9.7.1")]
    [InlineData("11", "\"@n:n\":50", "\"@n:n\":0", "- power_levels.user_current 9.8.1")]
    [InlineData("11", "\"@m:m\":50", "\"@m:m\":51", "- power_levels.user_new 9.9.1")]
    [InlineData("11", "\"kick\":50", "\"kick\":51", "- power_levels.new 9.5.2")]
    [InlineData("11", "\"kick\":50", "\"kick\":49", "+ power_levels.allowed 9.10")]
    public void Change_BySomeoneWith50_StaysWithinTheirLevel(string version, string old, string @new, string expected)
    {
        AuthFixture room = new AuthFixture(version).Levels(Current).Member("@m:m", "join");
        Current.ShouldContain(old);
        room.CheckLevels("@m:m", Current.Replace(old, @new, StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1", "@b:b", null, "+ event.allowed 12")]
    [InlineData("1", "@z:z", null, "- sender.not_joined 6")]
    [InlineData("4", "@b:b", "", "- event.level 8")]
    [InlineData("6", "@b:b", "", "- event.level 7")]
    [InlineData("12", "@b:b", "", "- event.level 8")]
    [InlineData("12", "@a:a", "", "+ event.allowed 11")]
    [InlineData("4", "@a:a", "", "+ event.allowed 11")]
    [InlineData("4", "@a:a", "@a:a", "+ event.allowed 11")]
    [InlineData("4", "@a:a", "@b:b", "- event.other_users_state_key 9")]
    [InlineData("11", "@a:a", "@b:b", "- event.other_users_state_key 8")]
    public void WithoutLevels_TheDefaultsHold(string version, string sender, string? stateKey, string expected) =>
        new AuthFixture(version).Member("@b:b", "join").Check(sender, "x", stateKey, "{}").ShouldBe(expected);

    [Theory]
    [InlineData("@a:a", "x", null, "+ event.allowed 10")]
    [InlineData("@m:m", "x", null, "- event.level 7")]
    [InlineData("@m:m", "z", "", "+ event.allowed 10")]
    [InlineData("@b:b", "z", "", "- event.level 7")]
    [InlineData("@b:b", "z", null, "+ event.allowed 10")]
    [InlineData("@b:b", "y", null, "- event.level 7")]
    [InlineData("@b:b", "m.room.third_party_invite", "tok", "+ third_party_invite.allowed 6.1")]
    public void WithLevels_TypesAndDefaultsDecide(string sender, string type, string? stateKey, string expected) =>
        new AuthFixture("9").Levels(Current).Member("@b:b", "join").Member("@m:m", "join").Check(sender, type, stateKey, "{}").ShouldBe(expected);

    [Fact]
    public void ThirdPartyInvite_NeedsTheInviteLevel() =>
        new AuthFixture("9").Levels("""{"invite":1}""").Member("@b:b", "join").Check("@b:b", "m.room.third_party_invite", "tok", "{}")
            .ShouldBe("- third_party_invite.level 6.1");

    [Theory]
    [InlineData("1", "@a:a", "$t:z", "+ redaction.level 11.1")]
    [InlineData("2", "@b:b", "$t:b", "+ redaction.same_server 11.2")]
    [InlineData("2", "@b:b", "$t:z", "- redaction.refused 11.3")]
    [InlineData("3", "@b:b", "$t:z", "+ event.allowed 11")]
    public void Redaction_IsJudgedInTheFirstTwoVersionsOnly(string version, string sender, string target, string expected) =>
        new AuthFixture(version).Member("@b:b", "join")
            .Check(sender, "m.room.redaction", null, "{}", change: pdu => pdu["redacts"] = target).ShouldBe(expected);

    [Theory]
    [InlineData("1", "@b:b", "b", "+ aliases.allowed 4.3")]
    [InlineData("5", "@b:b", "c", "- aliases.other_server 4.2")]
    [InlineData("5", "@b:b", null, "- aliases.no_state_key 4.1")]
    [InlineData("6", "@b:b", "b", "- sender.not_joined 5")]
    public void Aliases_AreJudgedUpToVersion5(string version, string sender, string? stateKey, string expected) =>
        new AuthFixture(version).Check(sender, "m.room.aliases", stateKey, "{}").ShouldBe(expected);

    [Theory]
    [InlineData("1", "3")]
    [InlineData("11", "3")]
    [InlineData("12", "4")]
    public void Federation_SwitchedOff_KeepsOtherServersOut(string version, string number)
    {
        AuthFixture room = new AuthFixture(version, """{"m.federate":false}""").JoinRule("public");
        room.CheckMember("@b:b", "@b:b", "join").ShouldBe($"- federate.other_server {number}");
        room.CheckMember("@b:a", "@b:a", "join").ShouldStartWith("+ member.join.public");
    }
}
