using Conformance.Rooms.Inspection;

namespace Conformance.Tests.Rooms.Inspection;

/// <summary>
/// A room of version 11 with a split that healed: the founder names a topic and removes the guest while the guest changes their name twice; then
/// the founder writes, a stranger writes, and one event follows an event that isn't there.
/// </summary>
internal sealed class HealedRoom
{
    private int _time = 1_600_000_000;

    public HealedRoom()
    {
        Add("$create", "m.room.create", "", "@founder:a", "{}", []);
        Add("$founder", "m.room.member", "@founder:a", "@founder:a", """{"membership":"join"}""", ["$create"], "$create");
        Add("$levels", "m.room.power_levels", "", "@founder:a", """{"users":{"@founder:a":100}}""", ["$founder"], "$create", "$founder");
        Add("$rules", "m.room.join_rules", "", "@founder:a", """{"join_rule":"public"}""", ["$levels"], "$create", "$levels", "$founder");
        Add("$guest", "m.room.member", "@guest:b", "@guest:b", """{"membership":"join"}""", ["$rules"], "$create", "$levels", "$rules");
        Add("$topic", "m.room.topic", "", "@founder:a", """{"topic":"x"}""", ["$guest"], "$create", "$levels", "$founder");
        Add("$kick", "m.room.member", "@guest:b", "@founder:a", """{"membership":"leave"}""", ["$topic"], "$create", "$levels", "$founder", "$guest");
        Add("$name", "m.room.member", "@guest:b", "@guest:b", """{"membership":"join","displayname":"G"}""", ["$guest"], "$create", "$levels", "$rules", "$guest");
        Add("$rename", "m.room.member", "@guest:b", "@guest:b", """{"membership":"join","displayname":"H"}""", ["$name"], "$create", "$levels", "$rules", "$name");
        Add("$heal", "m.room.message", null, "@founder:a", "{}", ["$kick", "$rename"], "$create", "$levels", "$founder");
        Add("$stranger", "m.room.message", null, "@stranger:c", "{}", ["$heal"], "$create", "$levels");
    }

    public RoomFixture Room { get; } = new("11", "$create");

    public int this[string id] => Room[id];

    /// <summary>Adds an event that follows others.</summary>
    public void Add(string id, string type, string? stateKey, string sender, string content, string[] prev, params string[] auth)
    {
        int depth = prev.Length == 0 ? 1 : 1 + (int)prev.Max(name => Room[name] is var index and >= 0 ? Room.Events.DepthOf(index) : 20);
        long time = (_time++ * 1000L) + 500;
        Room.Add(id, type, stateKey, sender, content, prev, auth, pdu =>
        {
            pdu["depth"] = depth;
            pdu["origin_server_ts"] = time;
        });
    }

    /// <summary>Adds an event after one that isn't there.</summary>
    public void AddBehindGap() => Add("$late", "m.room.message", null, "@founder:a", "{}", ["$heal", "$missing"], "$create", "$levels", "$founder");

    public RoomInspection Inspect() => new(Room.Events);

    public StateAnswer Ask(string? at, bool after = false, string? user = null, string? type = null, bool explain = false) => Inspect().Answer(
        new StateQuestion { Event = at is null ? -1 : Room[at], After = after, User = user, Type = type, Explain = explain });

    public string[] Ids(IEnumerable<int> events) => [.. events.Select(Room.Events.IdOf)];
}
