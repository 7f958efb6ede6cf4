using System.Text;
using Conformance.Events.Versions;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Versions;

public sealed class RedactionRulesTests
{
    private const string Levels = "ban events events_default kick redact state_default users users_default";

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9 10", "auth_events content depth event_id hashes membership origin origin_server_ts prev_events prev_state room_id sender signatures state_key type")]
    [InlineData("11 12", "auth_events content depth event_id hashes origin_server_ts prev_events room_id sender signatures state_key type")]
    public void Keeps_EachVersion_KeepsTheListedMembers(string versions, string kept)
    {
        foreach (string id in versions.Split(' '))
        {
            RedactionRules rules = RoomVersions.Find(id)!.Redaction;
            string found = string.Join(' ', Enum.GetValues<EventField>().Where(rules.Keeps).Select(EventFields.Name));
            found.ShouldBe(kept, id);
        }
    }

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8", "m.room.member", "membership")]
    [InlineData("9 10", "m.room.member", "join_authorised_via_users_server membership")]
    [InlineData("11 12", "m.room.member", "join_authorised_via_users_server membership third_party_invite/signed")]
    [InlineData("1 2 3 4 5 6 7 8 9 10", "m.room.create", "creator")]
    [InlineData("11 12", "m.room.create", "*")]
    [InlineData("1 2 3 4 5 6 7", "m.room.join_rules", "join_rule")]
    [InlineData("8 9 10 11 12", "m.room.join_rules", "allow join_rule")]
    [InlineData("1 2 3 4 5 6 7 8 9 10", "m.room.power_levels", Levels)]
    [InlineData("11 12", "m.room.power_levels", "ban events events_default invite kick redact state_default users users_default")]
    [InlineData("1 2 3 4 5", "m.room.aliases", "aliases")]
    [InlineData("6 7 8 9 10 11 12", "m.room.aliases", "")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12", "m.room.history_visibility", "history_visibility")]
    [InlineData("1 2 3 4 5 6 7 8 9 10", "m.room.redaction", "")]
    [InlineData("11 12", "m.room.redaction", "redacts")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12", "m.room.message", "")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12", "m.room.member2", "")]
    public void ContentOf_EachVersion_KeepsTheListedKeys(string versions, string type, string kept)
    {
        foreach (string id in versions.Split(' '))
        {
            RedactedContent? content = RoomVersions.Find(id)!.Redaction.ContentOf(Encoding.UTF8.GetBytes(type));
            string found = content is null ? "" : content.KeepsAll ? "*" : string.Join(' ', content.Keys.Select(Path));
            found.ShouldBe(kept, id);
        }
    }

    [Fact]
    public void Find_EveryNameOfAField_IsFoundAndNothingElseIs()
    {
        foreach (EventField field in Enum.GetValues<EventField>())
        {
            string name = EventFields.Name(field);
            EventFields.Find(Encoding.UTF8.GetBytes(name)).ShouldBe((int)field);
            EventFields.Find(Encoding.UTF8.GetBytes(name.ToUpperInvariant())).ShouldBe(-1);
            EventFields.Find(Encoding.UTF8.GetBytes(name[1..])).ShouldBe(-1);
            EventFields.Find(Encoding.UTF8.GetBytes(name + "x")).ShouldBe(-1);
        }

        EventFields.Find([]).ShouldBe(-1);
        Enum.GetNames<EventField>().Length.ShouldBe(EventFields.Count);
    }

    [Fact]
    public void Name_InTheOrderOfFields_IsTheOrderOfBytes()
    {
        string[] names = [.. Enum.GetValues<EventField>().Select(EventFields.Name)];

        names.ShouldBe(names.Order(StringComparer.Ordinal));
    }

    private static string Path(RedactedKey key) =>
        Encoding.UTF8.GetString([.. key.Name]) + (key.Only.IsEmpty ? "" : "/" + Encoding.UTF8.GetString([.. key.Only]));
}
