using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Tests.Events;

/// <summary>An event of a room version that no rule has anything to say about, to be changed by tests, and its check.</summary>
internal static class EventFixture
{
    public const string Room = "!x:example.org";

    public const string HashRoom = "!Nhcu5BS-UMnFX7hBVfVSoXiD7OgH6iRT-xyIuqDnpYQ";

    private static readonly string Id = "$" + new string('A', 43);

    public static string RoomOf(string version) => version == "12" ? HashRoom : Room;

    public static JsonObject Message(string version)
    {
        bool pairs = version is "1" or "2";
        JsonNode prev = pairs ? new JsonArray("$p:example.org", new JsonObject { ["sha256"] = new string('A', 43) }) : Id;
        JsonNode auth = pairs ? new JsonArray("$a:example.org", new JsonObject { ["sha256"] = new string('A', 43) }) : Id;
        var message = new JsonObject
        {
            ["auth_events"] = new JsonArray(auth),
            ["content"] = new JsonObject { ["body"] = "hello", ["msgtype"] = "m.text" },
            ["depth"] = 12,
            ["hashes"] = new JsonObject { ["sha256"] = new string('A', 43) },
            ["origin_server_ts"] = 1_700_000_000_000,
            ["prev_events"] = new JsonArray(prev),
            ["room_id"] = RoomOf(version),
            ["sender"] = "@alice:example.org",
            ["signatures"] = new JsonObject { ["example.org"] = new JsonObject { ["ed25519:1"] = new string('A', 86) } },
            ["type"] = "m.room.message",
        };
        if (pairs)
        {
            message["event_id"] = "$e:example.org";
        }

        return message;
    }

    public static JsonObject Create(string version)
    {
        JsonObject create = Message(version);
        create["type"] = "m.room.create";
        create["state_key"] = "";
        create["prev_events"] = new JsonArray();
        create["auth_events"] = new JsonArray();
        create["content"] = new JsonObject { ["creator"] = "@alice:example.org", ["room_version"] = version };
        if (version == "12")
        {
            create.Remove("room_id");
        }

        return create;
    }

    /// <summary>Puts the content hash right, which is found out by asking for it.</summary>
    public static JsonObject Hashed(JsonObject message, string version)
    {
        EventChecker checker = Check(Encoding.UTF8.GetBytes(message.ToJsonString()), version, out _);
        message["hashes"]!["sha256"] = Convert.ToBase64String(checker.Hasher.ContentHash).TrimEnd('=');
        return message;
    }

    /// <summary>The rules that have something to say, each once, apart from what the content hash is about.</summary>
    public static string RulesOf(JsonNode message, string version, string? room = null) => RulesOf(message.ToJsonString(), version, room);

    public static string RulesOf(string json, string version, string? room = null)
    {
        Check(Encoding.UTF8.GetBytes(json), version, out FindingBuffer findings, room);
        return string.Join(' ', findings.Counts.Keys.Where(rule => rule is not ("HSH001" or "HSH002")).Order(StringComparer.Ordinal));
    }

    public static EventChecker Check(
        byte[] bytes, string? version, out FindingBuffer findings, string? room = null, DocumentEncoding encoding = DocumentEncoding.Json)
    {
        findings = new FindingBuffer(FindingLimits.Default);
        Document document = DocumentReader.Read(bytes, encoding);
        var checker = new EventChecker();
        checker.Visit.Enter("m.events/events.0.cbor", 1, findings);
        checker.Visit.Enter(Encoding.UTF8.GetBytes(room ?? RoomOf(version ?? "1")), RoomVersions.Find(version));
        checker.Visit.Begin(document, new CutItem(null, null, 0, 0, bytes.Length));
        checker.Check();
        return checker;
    }

    public static Finding Only(JsonNode message, string version, string rule, string? room = null)
    {
        Check(Encoding.UTF8.GetBytes(message.ToJsonString()), version, out FindingBuffer findings, room);
        return findings.Findings.Single(finding => finding.Rule == rule);
    }
}
