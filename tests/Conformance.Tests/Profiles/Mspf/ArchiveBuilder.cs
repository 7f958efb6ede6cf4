using System.Text;
using System.Text.Json.Nodes;
using Conformance.Containers;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;
using Conformance.Tests.Support;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>An archive in memory, to which a rule has nothing to say until a test changes it.</summary>
internal sealed class ArchiveBuilder
{
    public const string Seed = "c2VjcmV0IHNlZWQgb2YgdGhpcnR5LXR3byBieXRlcyE";

    public const string Hash = "$2b$12$c3VwZXJzZWNyZXRoYXNoOfanAccountOfThisTestServer12345";

    public const string Room = "!room:example.org";

    public const string Alice = "@alice:example.org";

    public JsonObject Manifest { get; } = new()
    {
        ["version"] = 0,
        ["items"] = new JsonObject
        {
            ["m.core"] = new JsonObject { ["v"] = 1 },
            ["m.rooms"] = new JsonObject { ["v"] = 1 },
            ["m.events"] = new JsonObject { ["v"] = 1 },
            ["m.users"] = new JsonObject { ["v"] = 1 },
            ["m.e2e.to_device"] = new JsonObject { ["v"] = 1 },
            ["m.e2e.keys"] = new JsonObject { ["v"] = 1 },
        },
    };

    public JsonObject Core { get; } = new()
    {
        ["server_name"] = "example.org",
        ["signing_key"] = "ed25519 a_1 " + Seed,
    };

    public JsonObject Rooms { get; } = new()
    {
        [Room] = new JsonObject { ["version"] = "10", ["aliases"] = new JsonArray("#room:example.org") },
        ["!other:example.org"] = new JsonObject { ["version"] = "9", ["aliases"] = new JsonArray() },
    };

    public JsonObject Events { get; } = new()
    {
        [Room] = new JsonArray(Create("10")),
        ["!other:example.org"] = new JsonArray(Create("9")),
    };

    public JsonObject Users { get; } = new()
    {
        [Alice] = User(),
    };

    /// <summary>Members by path, which replace or follow those above; null takes one away.</summary>
    public Dictionary<string, byte[]?> Files { get; } = [];

    /// <summary>Paths to write first, in this order.</summary>
    public List<string> First { get; } = [];

    public string Format { get; set; } = "tar";

    public bool CanRewind { get; set; } = true;

    public MspfOptions Options { get; set; } = new() { EventsConsumer = rooms => new CreateEventReader(rooms) };

    public JsonObject Items => Manifest["items"]!.AsObject();

    public JsonObject RoomDetails => Rooms[Room]!.AsObject();

    public JsonObject UserDetails => Users[Alice]!.AsObject();

    public JsonObject Device => UserDetails["devices"]!["DEADBEEF"]!.AsObject();

    public static JsonObject User() => new()
    {
        ["password_hash"] = Hash,
        ["created_at"] = 0,
        ["room_tags"] = new JsonObject { [Room] = new JsonObject { ["m.favourite"] = new JsonObject { ["order"] = 0.25 } } },
        ["devices"] = new JsonObject { ["DEADBEEF"] = new JsonObject { ["display_name"] = "phone", ["hidden"] = false } },
    };

    public static JsonObject Create(string version) => new()
    {
        ["type"] = "m.room.create",
        ["state_key"] = "",
        ["content"] = new JsonObject { ["room_version"] = version },
    };

    public MemoryContainer Build()
    {
        var members = new Dictionary<string, byte[]?>
        {
            ["manifest.mspf.json"] = Encoding.UTF8.GetBytes(Manifest.ToJsonString()),
            ["m.core.json"] = Encoding.UTF8.GetBytes(Core.ToJsonString()),
            ["m.rooms.cbor"] = CborText.Of(Rooms),
            ["m.events/events.1.cbor"] = CborText.Of(Events),
            ["m.users/users.1.cbor"] = CborText.Of(Users),
            ["m.e2e/to_device.1.cbor"] = CborText.Of(new JsonArray("opaque")),
            ["m.e2e/keys.1.cbor"] = CborText.Of(new JsonObject { ["any"] = 1.5 }),
        };
        foreach ((string path, byte[]? bytes) in Files)
        {
            members[path] = bytes;
        }

        IEnumerable<string> order = First.Concat(members.Keys.Except(First));
        return new MemoryContainer(
            Format, CanRewind, [.. order.Where(path => members[path] is not null).Select(path => new MemoryEntry(path, members[path]!))]);
    }

    public ArchiveResult Run() => Run(Build());

    public ArchiveResult Run(Container container)
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        MspfSummary summary = MspfValidator.Run(container, Options, findings, TestContext.Current.CancellationToken);
        return new ArchiveResult(findings, summary);
    }
}

/// <summary>What came of a run.</summary>
internal sealed record ArchiveResult(FindingBuffer Buffer, MspfSummary Summary)
{
    public IEnumerable<string> Rules => Buffer.Counts.Keys.Order(StringComparer.Ordinal);

    public Finding Single(string rule) => Buffer.Findings.Single(finding => finding.Rule == rule);
}
