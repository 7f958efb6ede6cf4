using System.Text;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

/// <summary>
/// The split in the Construct server's protocol notes: a founder who is cut off from the network raises a guest's power while an operator
/// bans that guest, and then the network heals. What each algorithm decides, and why.
/// </summary>
public sealed class FoundersSplitTests
{
    [Fact]
    public void Version1_TakesTheLevelsFirst_SoTheBanFails() =>
        Heal("1", raisedTo: 50, operatorLevel: 50, raisedAt: 20, bannedAt: 10).ShouldBe(
            """
            Taken 3 $levels:a
            Depth 7 $raise:a + power_levels.allowed 10.8
            Taken 6 $guest:c
            Depth 7 $ban:b - member.ban.target_level 5.5.3
            = $guest:c $raise:a
            """);

    [Fact]
    public void Version2_TakesTheMorePowerfulSenderFirst_SoTheBanFails() =>
        Heal("2", raisedTo: 50, operatorLevel: 50, raisedAt: 20, bannedAt: 10).ShouldBe(
            """
            Power 100 $levels:a + power_levels.first 10.2
            Power 100 $raise:a + power_levels.allowed 10.8
            Power 50 $operator:b + member.join.public 5.2.5
            Power 0 $guest:c + member.join.public 5.2.5
            Power 50 $ban:b - member.ban.target_level 5.5.3
            = $guest:c $raise:a
            """);

    [Fact]
    public void Version11_WithTheGuestBelowTheOperator_BansTheGuest() =>
        Heal("11", raisedTo: 49, operatorLevel: 50, raisedAt: 20, bannedAt: 10).ShouldEndWith("= $ban:b $raise:a");

    // The ban comes after the guest's join, which it cites, and that has the least powerful sender: so the ban comes last at any time.
    [Theory]
    [InlineData(20, 10)]
    [InlineData(10, 20)]
    public void Version11_WithAnOperatorAsPowerfulAsTheFounder_StillFailsTheBan(int raisedAt, int bannedAt) =>
        Heal("11", raisedTo: 100, operatorLevel: 100, raisedAt, bannedAt).ShouldBe(
            """
            Power 100 $levels:a + power_levels.first 9.4
            Power 100 $operator:b + member.join.public 4.3.6
            Power 100 $raise:a + power_levels.allowed 9.10
            Power 0 $guest:c + member.join.public 4.3.6
            Power 100 $ban:b - member.ban.target_level 4.6.3
            = $guest:c $raise:a
            """);

    [Fact]
    public void Version1_WithAnOperatorAsPowerfulAsTheFounder_StillFailsTheBan() =>
        Heal("1", raisedTo: 100, operatorLevel: 100, raisedAt: 20, bannedAt: 10).ShouldEndWith("= $guest:c $raise:a");

    // The join rules are in it as part of the conflicted state subgraph: they stand between the guest's join and the levels.
    [Fact]
    public void Version12_TakesTheCreatorFirstWhateverTheOthersHave_SoTheBanFails() =>
        Heal("12", raisedTo: 100, operatorLevel: 100, raisedAt: 20, bannedAt: 10).ShouldBe(
            """
            Power ∞ $levels:a + power_levels.first 10.5
            Power ∞ $rules:a + event.allowed 11
            Power ∞ $raise:a + power_levels.allowed 10.11
            Power 100 $operator:b + member.join.public 5.3.6
            Power 0 $guest:c + member.join.public 5.3.6
            Power 100 $ban:b - member.ban.target_level 5.6.3
            = $guest:c $raise:a
            """);

    private static string Heal(string version, int raisedTo, int operatorLevel, int raisedAt, int bannedAt)
    {
        var room = new RoomFixture(version);
        string[] create = version == "12" ? [] : ["$create:a"];
        string founder = version == "12" ? "" : "\"@founder:a\":100,";
        string Levels(int guest) => $$$"""{"users":{{{{founder}}}"@operator:b":{{{operatorLevel}}},"@guest:c":{{{guest}}}}}""";
        room.Add("$create:a", "m.room.create", "", "@founder:a", """{"creator":"@founder:a"}""", [], [], pdu => pdu["origin_server_ts"] = 1);
        int depth = 2;
        void Add(string id, string type, string key, string sender, string content, int time, string[] prev, params string[] auth) =>
            room.Add(id, type, key, sender, content, prev, [.. create, .. auth], pdu =>
            {
                pdu["origin_server_ts"] = time;
                pdu["depth"] = prev.Length > 1 || id is "$ban:b" ? 7 : depth++;
            });

        Add("$founder:a", "m.room.member", "@founder:a", "@founder:a", """{"membership":"join"}""", 2, ["$create:a"]);
        Add("$levels:a", "m.room.power_levels", "", "@founder:a", Levels(0), 3, ["$founder:a"], "$founder:a");
        Add("$rules:a", "m.room.join_rules", "", "@founder:a", """{"join_rule":"public"}""", 4, ["$levels:a"], "$levels:a", "$founder:a");
        Add("$operator:b", "m.room.member", "@operator:b", "@operator:b", """{"membership":"join"}""", 5, ["$rules:a"], "$levels:a", "$rules:a");
        Add("$guest:c", "m.room.member", "@guest:c", "@guest:c", """{"membership":"join"}""", 6, ["$operator:b"], "$levels:a", "$rules:a");
        Add("$raise:a", "m.room.power_levels", "", "@founder:a", Levels(raisedTo), raisedAt, ["$guest:c"], "$levels:a", "$founder:a");
        Add("$ban:b", "m.room.member", "@guest:c", "@operator:b", """{"membership":"ban"}""", bannedAt, ["$guest:c"], "$levels:a", "$operator:b", "$guest:c");

        var states = new RoomStates(room.Events);
        states.Order.ShouldAllBe(index => states.StandingOf(index) == EventStanding.Accepted);
        var trace = new ResolutionTrace();
        StateMap healed = states.After([room["$raise:a"], room["$ban:b"]], trace)!;
        var text = new StringBuilder();
        foreach (ResolutionCheck check in trace.Checks)
        {
            string key = check.Key == long.MaxValue ? "∞" : $"{check.Key}";
            text.Append($"{check.Step} {key} {room.Events.IdOf(check.Event)}");
            text.Append(check.Step == ResolutionStep.Taken ? "\n" : $" {AuthFixtureText(check, room)}\n");
        }

        return text + "= " + string.Join(' ', trace.Winners.Select(winner => room.Events.IdOf(winner.Event)).Order(StringComparer.Ordinal));
    }

    private static string AuthFixtureText(ResolutionCheck check, RoomFixture room) => Authorisation.AuthFixture.Text(check.Verdict, room);
}
