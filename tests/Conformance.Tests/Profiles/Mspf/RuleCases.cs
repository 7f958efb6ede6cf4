using System.Text;
using System.Text.Json.Nodes;
using Conformance.Profiles.Mspf;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>For each rule one archive that breaks it and one, as near as can be, that doesn't.</summary>
internal static class RuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } = [.. Manifest(), .. Ownership(), .. Core(), .. Rooms(), .. Users(), .. Others()];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static JsonObject Item() => new() { ["v"] = 1 };

    private static byte[] ManifestBytes => Bytes(new ArchiveBuilder().Manifest.ToJsonString());

    private static IEnumerable<RuleCase> Manifest() =>
    [
        new("MAN001", a => a.Files["manifest.mspf.json"] = null, a => { }),
        new("MAN002", a => { a.Files["manifest.mspf.json"] = null; a.Files["backup/manifest.mspf.json"] = ManifestBytes; }, a => a.Files["manifest.mspf.json"] = null),
        new("MAN003", a => { a.Files["manifest.mspf.json"] = null; a.Files["Manifest.mspf.json"] = ManifestBytes; }, a => a.Files["manifest.mspf.json"] = null),
        new("MAN003", a => { a.Files["manifest.mspf.json"] = null; a.Files["manifest.json"] = ManifestBytes; }, a => a.Files["manifest.json"] = ManifestBytes),
        new("MAN004", a => a.Files["manifest.mspf.json"] = Bytes("[{}]"), a => { }),
        new("MAN005", a => a.Manifest.Remove("version"), a => { }),
        new("MAN006", a => a.Manifest["version"] = "0", a => a.Manifest["version"] = 0),
        new("MAN007", a => a.Manifest["version"] = 2, a => a.Manifest["version"] = 1),
        new("MAN007", a => a.Manifest["version"] = -1, a => a.Manifest["version"] = 0),
        new("MAN008", a => a.Manifest["version"] = 1, a => a.Manifest["version"] = 0),
        new("MAN009", a => a.Manifest.Remove("items"), a => { }),
        new("MAN010", a => a.Manifest["items"] = new JsonArray("m.core"), a => { }),
        new("MAN011", a => { a.Items["org.example.x"] = 1; }, a => a.Items["org.example.x"] = Item()) { With = ["MAN018"] },
        new("MAN012", a => a.Items["m.rooms"] = new JsonObject(), a => a.Items["m.rooms"] = new JsonObject { ["v"] = 1, ["more"] = 1 }),
        new("MAN013", a => a.Items["org.example.x"] = new JsonObject { ["v"] = 1.5 }, a => a.Items["org.example.x"] = new JsonObject { ["v"] = new JsonArray(1, 5) }) { With = ["MAN018", "JSN024"] },
        new("MAN013", a => a.Items["org.example.x"] = new JsonObject { ["v"] = null }, a => a.Items["org.example.x"] = new JsonObject { ["v"] = "one" }) { With = ["MAN018"] },
        new("MAN014", a => a.Items["m.users"] = new JsonObject { ["v"] = 2 }, a => a.Items["m.users"] = new JsonObject { ["v"] = "1" }),
        new("MAN014", a => a.Items["m.users"] = new JsonObject { ["v"] = new JsonArray(2, 1) }, a => a.Items["m.users"] = new JsonObject { ["v"] = new JsonArray(1, 2) }),
        new("MAN015", a => a.Items["synapse"] = Item(), a => a.Items["org.matrix.synapse"] = Item()),
        new("MAN015", a => a.Items["org..matrix"] = Item(), a => a.Items["org.matrix-9"] = Item()),
        new("MAN015", a => a.Items["m."] = Item(), a => { }),
        new("MAN015", a => a.Items["org.matrix/synapse"] = Item(), a => { }),
        new("MAN016", a => a.Items["m.push_rules"] = Item(), a => a.Items["org.example.push_rules"] = Item()),
        new("MAN016", a => a.Items["m.Core"] = Item(), a => { }),
        new("MAN017", a => a.Items["org.matrix.msc2783.media"] = Item(), a => a.Items["org.matrix.mscs.media"] = Item()),
        new("MAN017", a => a.Items["org.matrix.msc.9876"] = Item(), a => a.Items["org.matrix.msc"] = Item()),
        new("MAN018", a => a.Items["org.matrix.synapse"] = Item(), a => a.Items["org.matrix.msc2783.media"] = Item()),
        new("MAN019", a => a.Manifest["created_by"] = "x", a => a.Items["org.example.export"] = new JsonObject { ["v"] = 1, ["created_by"] = "x" }),
        new("MAN020", a => { a.Items.Remove("m.rooms"); a.Files["m.rooms.cbor"] = null; }, a => { a.Items.Remove("m.e2e.keys"); a.Files["m.e2e/keys.1.cbor"] = null; }),
        new("MAN021", a => a.First.Add("m.events/events.1.cbor"), a => a.First.AddRange(["manifest.mspf.json", "m.core.json", "m.rooms.cbor", "m.users/users.1.cbor"])),
        new("MAN021", a => a.First.Add("m.core.json"), a => { a.First.Add("m.core.json"); a.Format = "directory"; }),
    ];

    private static IEnumerable<RuleCase> Ownership() =>
    [
        new("OWN001", a => a.Files["notes.txt"] = Bytes("x"), a => { a.Files["org.example.notes/notes.txt"] = Bytes("x"); a.Items["org.example.notes"] = Item(); }),
        new("OWN001", a => { a.Files["org.examples.json"] = Bytes("x"); a.Items["org.example"] = Item(); }, a => { a.Files["org/example/more.json"] = Bytes("x"); a.Items["org.example"] = Item(); }) { With = ["MAN018"] },
        new("OWN002", a => a.Items.Remove("m.e2e.keys"), a => { a.Items.Remove("m.e2e.keys"); a.Files["m.e2e/keys.1.cbor"] = null; }) { With = ["E2E001"] },
        new("OWN003", a => a.Files["m/core.json"] = Bytes("{}"), a => { a.Files["mm/core.json"] = Bytes("{}"); a.Items["mm.core"] = Item(); }),
        new("OWN004", a => a.Files["m.rooms.cbor"] = null, a => { }),
        new("OWN004", a => a.Files["m.core.json"] = null, a => { }),
        new("OWN005", a => a.Files["m.users/users.1.cbor"] = null, a => a.Files["m.users/users.2.cbor"] = CborText.Of(new JsonObject())),
        new("OWN005", a => a.Files["m.e2e/to_device.1.cbor"] = null, a => { }),
        new("OWN006", a => a.Files["m.events/readme.txt"] = Bytes("x"), a => a.Files["m.events/events.x.cbor"] = CborText.Of(new JsonObject())),
        new("OWN006", a => a.Files["m.core.xml"] = Bytes("x"), a => { }),
        new("OWN006", a => a.Files["m.events/2021/events.1.cbor"] = CborText.Of(new JsonObject()), a => { }),
        new("OWN006", a => a.Files["m.events/events.cbor"] = CborText.Of(new JsonObject()), a => { }),
        new("OWN007", a => Synapse(a, "org.matrix.synapse.json", "org.matrix/synapse.json"), a => Synapse(a, "org.matrix.synapse.json", "org.matrix/synapse.cbor")) { With = ["MAN018"] },
        new("OWN008", a => a.Files["m.events/events.3.cbor"] = CborText.Of(new JsonObject()), a => a.Files["m.events/events.2.cbor"] = CborText.Of(new JsonObject())),
        new("OWN009", a => a.Files["M.core.json"] = Bytes("{}"), a => { a.Files["M.core2.json"] = Bytes("{}"); a.Items["M.core2"] = Item(); }),
        new("OWN009", a => a.Files["m.users/Users.2.cbor"] = CborText.Of(new JsonObject()), a => a.Files["m.users/users.2.cbor"] = CborText.Of(new JsonObject())),
        new("OWN010", a => a.Files[".DS_Store"] = Bytes("x"), a => { }),
        new("OWN010", a => a.Files["m.events/._events.1.cbor"] = Bytes("x"), a => { }),
        new("OWN010", a => a.Files["__MACOSX/a"] = Bytes("x"), a => { }),
    ];

    private static IEnumerable<RuleCase> Core() =>
    [
        new("COR001", a => a.Files["m.core.json"] = Bytes("\"example.org\""), a => { }),
        new("COR002", a => a.Core.Remove("server_name"), a => { }),
        new("COR003", a => a.Core["server_name"] = null, a => { }),
        new("COR004", a => a.Core["server_name"] = "https://example.org", a => a.Core["server_name"] = "example.org"),
        new("COR005", a => a.Core.Remove("signing_key"), a => { }),
        new("COR006", a => a.Core["signing_key"] = new JsonObject { ["ed25519:a_1"] = ArchiveBuilder.Seed }, a => { }),
        new("COR007", a => a.Core["signing_key"] = "a_1 " + ArchiveBuilder.Seed, a => { }),
        new("COR007", a => a.Core["signing_key"] = "", a => { }),
        new("COR008", a => a.Core["signing_key"] = "ed25519 " + ArchiveBuilder.Seed, a => a.Core["signing_key"] = "ed25519 0 " + ArchiveBuilder.Seed),
        new("COR008", a => a.Core["signing_key"] = "ed25519", a => { }),
        new("COR008", a => a.Core["signing_key"] = $"ed25519 a_1 {ArchiveBuilder.Seed}\n next", a => a.Core["signing_key"] = $"ed25519 a_1 {ArchiveBuilder.Seed}\n"),
        new("COR009", a => a.Core["old_keys"] = new JsonArray(), a => { }),
        new("COR010", a => a.Core["signing_key"] = "ed25519 a-1 " + ArchiveBuilder.Seed, a => a.Core["signing_key"] = "ed25519 A_9 " + ArchiveBuilder.Seed),
        new("COR011", a => a.Core["signing_key"] = $"ed25519 a_1 {ArchiveBuilder.Seed}A", a => a.Core["signing_key"] = $"ed25519 a_1 {ArchiveBuilder.Seed}="),
        new("COR011", a => a.Core["signing_key"] = "ed25519 a_1 " + Convert.ToBase64String(new byte[64]).TrimEnd('='), a => a.Core["signing_key"] = "ed25519 a_1 " + Convert.ToBase64String(new byte[32]).TrimEnd('=')),
        new("COR011", a => a.Core["signing_key"] = "ed25519 a_1 " + new string('!', 43), a => a.Core["signing_key"] = "ed25519 a_1 " + new string('+', 42) + "8"),
    ];

    private static IEnumerable<RuleCase> Rooms() =>
    [
        new("ROM001", a => a.Files["m.rooms.cbor"] = CborText.Of(new JsonArray("!a:example.org")), a => { }),
        new("ROM002", a => a.Rooms[ArchiveBuilder.Room] = "10", a => { }),
        new("ROM003", a => a.Rooms["#room:example.org"] = new JsonObject { ["version"] = "11", ["aliases"] = new JsonArray() }, a => Version(a, "12")) { With = ["ROM020"] },
        new("ROM004", a => a.RoomDetails.Remove("version"), a => { }),
        new("ROM005", a => a.RoomDetails["version"] = 10, a => { }),
        new("ROM006", a => a.RoomDetails["version"] = "10 ", a => { }) { With = ["ROM018"] },
        new("ROM007", a => Version(a, "org.example.v1"), a => Version(a, "11")),
        new("ROM008", a => a.RoomDetails.Remove("aliases"), a => a.RoomDetails["aliases"] = new JsonArray()),
        new("ROM009", a => a.RoomDetails["aliases"] = "#room:example.org", a => { }),
        new("ROM010", a => a.RoomDetails["aliases"] = new JsonArray((JsonNode?)null), a => { }),
        new("ROM011", a => a.RoomDetails["aliases"] = new JsonArray("room"), a => { }),
        new("ROM012", a => a.RoomDetails["aliases"] = new JsonArray("#room:elsewhere.org"), a => a.RoomDetails["aliases"] = new JsonArray("#elsewhere.org:example.org")),
        new("ROM013", a => a.Rooms["!other:example.org"]!["aliases"] = new JsonArray("#room:example.org"), a => a.Rooms["!other:example.org"]!["aliases"] = new JsonArray("#Room:example.org")),
        new("ROM014", a => a.RoomDetails["aliases"] = new JsonArray("#a:example.org", "#a:example.org"), a => a.RoomDetails["aliases"] = new JsonArray("#a:example.org", "#b:example.org")),
        new("ROM015", a => a.RoomDetails["creator"] = "@alice:example.org", a => { }),
        new("ROM017", a => Version(a, "12"), a => Version(a, "11")),
        new("ROM018", a => a.Events[ArchiveBuilder.Room] = new JsonArray(ArchiveBuilder.Create("9")), a => { }),
        new("ROM019", a => a.Events["!gone:example.org"] = new JsonArray(ArchiveBuilder.Create("10")), a => { }),
        new("ROM020", a => a.Events.Remove("!other:example.org"), a => { }),
    ];

    private static IEnumerable<RuleCase> Users() =>
    [
        new("USR001", a => a.Files["m.users/users.1.cbor"] = CborText.Of(new JsonArray("@alice:example.org")), a => { }),
        new("USR002", a => a.Users[ArchiveBuilder.Alice] = null, a => { }),
        new("USR003", a => a.Users["alice"] = ArchiveBuilder.User(), a => a.Users["@A,lice:example.org"] = ArchiveBuilder.User()),
        new("USR004", a => a.Users["@alice:elsewhere.org"] = ArchiveBuilder.User(), a => a.Users["@elsewhere.org:example.org"] = ArchiveBuilder.User()),
        new("USR005", a => a.Files["m.users/users.2.cbor"] = CborText.Of(new JsonObject { [ArchiveBuilder.Alice] = ArchiveBuilder.User() }), a => a.Files["m.users/users.2.cbor"] = CborText.Of(new JsonObject { ["@Alice:example.org"] = ArchiveBuilder.User() })),
        new("USR006", a => a.UserDetails["password_hash"] = null, a => a.UserDetails.Remove("password_hash")),
        new("USR007", a => a.UserDetails["password_hash"] = "", a => a.UserDetails.Remove("password_hash")),
        new("USR009", a => a.UserDetails["created_at"] = "2020-01-01", a => { }),
        new("USR009", a => a.UserDetails["created_at"] = 1600000000.5, a => { }),
        new("USR010", a => a.UserDetails.Remove("room_tags"), a => a.UserDetails["room_tags"] = new JsonObject()),
        new("USR010", a => a.UserDetails.Remove("devices"), a => a.UserDetails["devices"] = new JsonObject()),
        new("USR010", a => a.UserDetails.Remove("created_at"), a => { }),
        new("USR011", a => a.UserDetails["created_at"] = -1, a => a.UserDetails["created_at"] = 0),
        new("USR012", a => At(a, 1_700_000_000 + 86_401), a => At(a, 1_700_000_000 + 86_400)) { With = ["USR013"], MayHave = ["USR013"] },
        new("USR012", a => At(a, (1_700_000_000L + 86_401) * 1000), a => At(a, 1_700_000_000_000)) { With = ["USR013"] },
        new("USR013", a => a.UserDetails["created_at"] = 1_600_000_000, a => a.UserDetails["created_at"] = 0),
        new("USR013", a => a.UserDetails["created_at"] = 1_600_000_000_000, a => { }),
        new("USR014", a => Mixed(a, 1_600_000_000_000), a => Mixed(a, 1_600_000_001)) { MayHave = ["USR013"] },
        new("USR015", a => a.UserDetails["room_tags"] = new JsonArray(), a => { }),
        new("USR016", a => a.UserDetails["room_tags"]![ArchiveBuilder.Room] = new JsonArray("m.favourite"), a => { }),
        new("USR017", a => a.UserDetails["room_tags"]![ArchiveBuilder.Room]!["m.favourite"] = null, a => a.UserDetails["room_tags"]![ArchiveBuilder.Room]!["m.favourite"] = new JsonObject()),
        new("USR018", a => Order(a, "0.5"), a => Order(a, 1)),
        new("USR018", a => Order(a, 1.5), a => Order(a, 0)),
        new("USR019", a => a.UserDetails["room_tags"]!["!gone:example.org"] = new JsonObject(), a => a.UserDetails["room_tags"]!["!other:example.org"] = new JsonObject()),
        new("USR020", a => a.UserDetails["devices"] = new JsonArray("DEADBEEF"), a => { }),
        new("USR021", a => a.UserDetails["devices"]!["DEADBEEF"] = "phone", a => { }),
        new("USR022", a => a.Device["display_name"] = false, a => a.Device["display_name"] = null),
        new("USR023", a => a.Device["hidden"] = 0, a => a.Device["hidden"] = true),
        new("USR024", a => a.Device.Remove("display_name"), a => a.Device["display_name"] = null),
        new("USR024", a => a.Device.Remove("hidden"), a => { }),
        new("USR025", a => a.UserDetails["devices"]![""] = new JsonObject { ["display_name"] = null, ["hidden"] = false }, a => a.UserDetails["devices"]![" "] = new JsonObject { ["display_name"] = null, ["hidden"] = false }),
        new("USR026", a => a.UserDetails["account_data"] = new JsonObject(), a => { }),
        new("USR027", a => a.Device["last_seen"] = 1, a => { }),
        new("USR028", a => a.UserDetails["room_tags"]![ArchiveBuilder.Room]!["u." + new string('x', 254)] = new JsonObject(), a => a.UserDetails["room_tags"]![ArchiveBuilder.Room]!["u." + new string('x', 253)] = new JsonObject()),
        new("USR029", a => Join(a, "@bob:example.org"), a => Join(a, "@bob:elsewhere.org")),
        new("USR029", a => Join(a, "@Alice:example.org"), a => Join(a, ArchiveBuilder.Alice)),
    ];

    private static IEnumerable<RuleCase> Others() =>
    [
        new("E2E001", a => { a.Items.Remove("m.e2e.keys"); a.Files["m.e2e/keys.1.cbor"] = null; }, a => { a.Items.Remove("m.e2e.keys"); a.Files["m.e2e/keys.1.cbor"] = null; a.UserDetails["devices"] = new JsonObject(); }),
        new("SEC001", a => a.UserDetails["password_hash"] = "correct horse battery staple", a => a.UserDetails["password_hash"] = "$argon2id$v=19$m=65536,t=2,p=1$gZiV/M1gPc22ElAH$CWO"),
        new("SEC001", a => a.UserDetails["password_hash"] = "$ecret", a => a.UserDetails["password_hash"] = "{SSHA}0123456789abcdef"),
        new("LIM020", a => a.Options = a.Options with { Limits = new MspfLimits { JsonBytes = 8 } }, a => { }),
        new("LIM021", a => a.Options = a.Options with { Limits = new MspfLimits { IndexBytes = 300 } }, a => { }),
        new("LIM022", a => a.Options = a.Options with { Limits = new MspfLimits { Rooms = 1 } }, a => a.Options = a.Options with { Limits = new MspfLimits { Rooms = 2 } }) { MayHave = ["ROM019", "USR019"] },
        new("LIM023", a => a.Options = a.Options with { Limits = new MspfLimits { Users = 0 } }, a => a.Options = a.Options with { Limits = new MspfLimits { Users = 1 } }),
        new("LIM025", a => a.Files["m.events/events.2.cbor"] = Padded(16 << 20, 1), a => a.Files["m.events/events.2.cbor"] = Padded(16 << 20, 0)),
        new("LIM026", a => Files(a, 1000), a => Files(a, 999)),
    ];

    private static void Synapse(ArchiveBuilder archive, params string[] paths)
    {
        archive.Items["org.matrix.synapse"] = Item();
        foreach (string path in paths)
        {
            archive.Files[path] = Bytes("{}");
        }
    }

    private static void Version(ArchiveBuilder archive, string version)
    {
        archive.RoomDetails["version"] = version;
        archive.Events[ArchiveBuilder.Room] = new JsonArray(ArchiveBuilder.Create(version));
    }

    private static void At(ArchiveBuilder archive, long createdAt)
    {
        archive.Options = archive.Options with { Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000) };
        archive.UserDetails["created_at"] = createdAt;
    }

    private static void Mixed(ArchiveBuilder archive, long other)
    {
        archive.UserDetails["created_at"] = 1_600_000_000;
        archive.Users["@bob:example.org"] = ArchiveBuilder.User();
        archive.Users["@bob:example.org"]!["created_at"] = other;
    }

    private static void Join(ArchiveBuilder archive, string user) => archive.Events[ArchiveBuilder.Room]!.AsArray().Add(new JsonObject
    {
        ["type"] = "m.room.member",
        ["sender"] = user,
        ["state_key"] = user,
        ["content"] = new JsonObject { ["membership"] = "join" },
    });

    private static void Order(ArchiveBuilder archive, JsonNode order) =>
        archive.UserDetails["room_tags"]![ArchiveBuilder.Room]!["m.favourite"]!["order"] = order;

    /// <summary>A map of one room with one text, of 16 MiB and some bytes in all.</summary>
    private static byte[] Padded(int length, int more)
    {
        byte[] rest = CborText.Of(new JsonObject { ["!room:example.org"] = new JsonArray("") });
        string text = new('x', length + more - rest.Length - 4);
        return CborText.Of(new JsonObject { ["!room:example.org"] = new JsonArray(text) });
    }

    private static void Files(ArchiveBuilder archive, int count)
    {
        byte[] empty = CborText.Of(new JsonObject());
        for (int i = 2; i <= count; i++)
        {
            archive.Files[$"m.events/events.{i}.cbor"] = empty;
        }
    }
}

/// <summary>One rule, what breaks it, and what doesn't.</summary>
internal sealed record RuleCase(string Rule, Action<ArchiveBuilder> Break, Action<ArchiveBuilder> Spare)
{
    /// <summary>Rules that the same fault breaks as well.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Rules that may be broken as well.</summary>
    public IReadOnlyList<string> MayHave { get; init; } = [];
}
