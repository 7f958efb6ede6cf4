using System.Text.Json.Nodes;
using Conformance.Events.Versions;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Tests.Rooms.Authorisation;

/// <summary>A room in a state, and events that are checked in it. <c>@a:a</c> founded it and is joined.</summary>
internal sealed class AuthFixture
{
    private readonly RoomFixture _room;
    private readonly State _state = new();
    private readonly ThirdPartySignatureCheck? _thirdParty;
    private int _next;

    public AuthFixture(string version, string create = "{}", ThirdPartySignatureCheck? thirdParty = null)
    {
        _thirdParty = thirdParty;
        _room = new RoomFixture(version);
        JsonNode content = JsonNode.Parse(create)!;
        content["room_version"] ??= version;
        if (_room.Events.Version.Creators == CreatorForm.ContentCreator)
        {
            content["creator"] ??= "@a:a";
        }

        Put(_room.Add("$create:a", "m.room.create", "", "@a:a", content.ToJsonString()));
        Member("@a:a", "join");
    }

    public RoomFixture Room => _room;

    public AuthFixture Member(string user, string membership) => Set("m.room.member", user, user, $$"""{"membership":"{{membership}}"}""");

    public AuthFixture JoinRule(string rule) => Set("m.room.join_rules", "", "@a:a", $$"""{"join_rule":"{{rule}}"}""");

    public AuthFixture Levels(string content) => Set("m.room.power_levels", "", "@a:a", content);

    public AuthFixture Set(string type, string stateKey, string sender, string content)
    {
        Put(_room.Add($"$s{_next++}:a", type, stateKey, sender, content));
        return this;
    }

    /// <summary>What the rules on states say of an event: sign of the outcome, name and number of the rule.</summary>
    public string Check(
        string sender, string type, string? stateKey, string content, string[]? prev = null, Action<JsonObject>? change = null, RoomEventForm form = RoomEventForm.AsIs)
    {
        string id = $"$e{_next++}:{sender[(sender.IndexOf(':', StringComparison.Ordinal) + 1)..]}";
        int index = _room.Add(_room.Make(id, type, stateKey, sender, content, prev ?? ["$x:a"], null, change), form);
        return Text(new AuthRules(_room.Events, _thirdParty).CheckState(index, _state));
    }

    public string CheckMember(string sender, string target, string membership, string more = "", string[]? prev = null, RoomEventForm form = RoomEventForm.AsIs) =>
        Check(sender, "m.room.member", target, $$"""{"membership":"{{membership}}"{{more}}}""", prev, form: form);

    public string CheckLevels(string sender, string content) => Check(sender, "m.room.power_levels", "", content);

    public string Text(AuthVerdict verdict) => Text(verdict, _room);

    public static string Text(AuthVerdict verdict, RoomFixture room)
    {
        char sign = verdict.Outcome switch { AuthOutcome.Allowed => '+', AuthOutcome.Refused => '-', _ => '?' };
        return $"{sign} {AuthRuleNames.CodeOf(verdict.Rule)} {AuthRuleNames.NumberOf(verdict.Rule, room.Events.Version.AuthRules)}".TrimEnd();
    }

    private void Put(int index) => _state.Events[_room.Events.SlotOf(index)] = index;

    private sealed class State : IAuthState
    {
        public Dictionary<int, int> Events { get; } = [];

        public int this[int slot] => Events.GetValueOrDefault(slot, -1);
    }
}
