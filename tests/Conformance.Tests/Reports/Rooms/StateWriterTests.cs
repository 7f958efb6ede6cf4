using System.Text;
using System.Text.Json;
using Conformance.Reports;
using Conformance.Reports.Rooms;
using Conformance.Rooms.Inspection;
using Conformance.Tests.Catalogue;
using Conformance.Tests.Rooms.Inspection;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Reports.Rooms;

/// <summary>The state of a room as people and programs read it.</summary>
public sealed class StateWriterTests
{
    private const string Schema = "report/state.schema.json";

    private readonly HealedRoom _room = new();

    [Fact]
    public void Text_Known_ReadsAsApproved() => Approve(_room.Ask(null));

    [Fact]
    public void Text_KnownWithAllMembers_ReadsAsApproved() => Approve(_room.Ask("$heal"), width: 160, all: true);

    [Fact]
    public void Text_Explained_ReadsAsApproved() => Approve(_room.Ask("$stranger", explain: true));

    [Fact]
    public void Text_Member_ReadsAsApproved() => Approve(_room.Ask(null, user: "@guest:b", explain: true));

    [Fact]
    public void Text_BehindAGap_ReadsAsApproved()
    {
        _room.AddBehindGap();
        Approve(_room.Ask(null, explain: true));
    }

    [Fact]
    public void Text_Quiet_IsOneSentence() => Text(_room.Ask(null), new ReportOptions { Width = 200, Quiet = true }).Trim().ShouldBe(
        "KNOWN !room:a: 6 state events now, at its forward extremity $heal (m.room.message by @founder:a, depth 8, 2020-09-13 12:26:49Z)");

    [Fact]
    public void Text_HostileTypesAndKeys_StayText()
    {
        _room.Add("$evil", "m.\u001b[31mred\u202e", "\r\nKNOWN", "@founder:a", "{}", ["$heal"], "$create", "$levels", "$founder");
        string text = Text(_room.Ask(null, explain: true), new ReportOptions { Width = 300 });

        text.ShouldContain("\\u001b[31mred\\u202e");
        text.ShouldNotContain('\u001b');
        text.ShouldNotContain('\u202e');
        text.Split('\n').Count(line => line.StartsWith("KNOWN", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Json_WithoutOptions_HasThreeMembersAndNoMore()
    {
        using JsonDocument json = JsonDocument.Parse(Json(_room.Ask("$guest")));

        json.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["room", "at", "state"]);
        json.RootElement.GetProperty("at").GetString().ShouldBe("$guest");
        json.RootElement.GetProperty("state")[0].EnumerateObject().Select(member => $"{member.Name}={member.Value}").ShouldBe(["type=m.room.create", "state_key=", "event_id=$create"]);
    }

    [Fact]
    public void Json_OfEverything_FollowsTheSchema()
    {
        _room.AddBehindGap();
        Violations(_room.Ask(null)).ShouldBeEmpty();
        Violations(_room.Ask(null, explain: true)).ShouldBeEmpty();
        Violations(_room.Ask("$heal", explain: true)).ShouldBeEmpty();
        Violations(_room.Ask("$heal", after: true, explain: true, user: "@guest:b")).ShouldBeEmpty();
        Violations(_room.Ask("$guest", user: "@guest:b")).ShouldBeEmpty();
        Violations(_room.Ask("$missing", explain: true)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"state\":", "\"states\":")]
    [InlineData("\"at\": \"$heal\"", "\"at\": null")]
    [InlineData("\"event_id\":", "\"event\":")]
    [InlineData("\"outcome\": \"allowed\"", "\"outcome\": \"fine\"")]
    [InlineData("\"room\":", "\"undetermined\": {\"count\": 0, \"ends\": []}, \"room\":")]
    public void Json_Spoilt_DoesNotFollowTheSchema(string text, string spoilt)
    {
        string json = Json(_room.Ask("$heal", explain: true));
        json.ShouldContain(text);
        SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(json.Replace(text, spoilt, StringComparison.Ordinal))).ShouldNotBeEmpty();
    }

    private static IReadOnlyList<string> Violations(StateAnswer answer) => SchemaChecks.Violations(Schema, Encoding.UTF8.GetBytes(Json(answer)));

    private static void Approve(StateAnswer answer, int width = 100, bool all = false) =>
        Text(answer, new ReportOptions { Width = width }, all).ShouldMatchApproved(c => c.SubFolder("Approved").UseCallerLocation());

    private static string Text(StateAnswer answer, ReportOptions options, bool all = false)
    {
        using var output = new MemoryStream();
        StateTextWriter.Write(answer, output, options, all);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Json(StateAnswer answer)
    {
        using var output = new MemoryStream();
        StateJsonWriter.Write(answer, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
