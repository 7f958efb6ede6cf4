using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Federation;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Federation;

/// <summary>
/// Real traffic of a real server: what it sends has no error but those that docs/formats/federation.md proves to be its own. What the scripted server
/// on the other side sends is left alone: some of it is broken on purpose.
/// </summary>
public sealed class CapturedFederationTests
{
    private const string Folder = "captured-federation";

    /// <summary>Errors of the server: docs/formats/federation.md, "What real servers do".</summary>
    private static readonly Dictionary<string, string[]> OfTheServer = new(StringComparer.Ordinal)
    {
        ["room_v1/0054_event_missing.json"] = ["FED001"],
        ["room_v2/0099_event_missing.json"] = ["FED001"],
        ["misc/0014_user_devices_unknown.json"] = ["FED003", "FED003"],
    };

    public static TheoryData<string> Folders => ["big_room_v10", "inbound", "joins", "misc", "partial_resident", "room_v1", "room_v2", "room_v4", "room_v6", "room_v8", "room_v9", "room_v10", "room_v12"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Capture_OfRealServer_HasNoErrorButItsOwn(string folder)
    {
        string root = SharedData.PathOrSkip(Folder);
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        KeyRing keys = KeysOf(root);
        var wrong = new List<string>();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, folder), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument capture = JsonDocument.Parse(File.ReadAllBytes(file));
            bool asked = capture.RootElement.GetProperty("direction").ValueEquals("synapse->fake");
            RoomVersion? version = RoomVersions.Find(folder.StartsWith("room_v", StringComparison.Ordinal) ? folder[6..] : null);
            FindingBuffer findings = Run(file, version, keys);
            string own = asked ? "/request/" : "/response/";
            string[] errors =
            [
                .. findings.Findings.Where(found => RuleCatalogue.Default.Find(found.Rule)!.Severity == Severity.Error && found.Location.Pointer!.StartsWith(own, StringComparison.Ordinal))
                    .Select(found => found.Rule),
            ];
            string name = $"{folder}/{Path.GetFileName(file)}";
            string[] known = name.EndsWith("_event_missing.json", StringComparison.Ordinal) ? ["FED001"] : OfTheServer.GetValueOrDefault(name, []);
            if (!errors.SequenceEqual(known))
            {
                wrong.Add($"{name}: {string.Join(", ", errors)}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("room_v1")]
    [InlineData("room_v6")]
    [InlineData("room_v12")]
    public void Capture_WithRoomVersion_LeavesNoEventUnchecked(string folder)
    {
        string root = SharedData.PathOrSkip(Folder);
        RoomVersion version = RoomVersions.Find(folder[6..])!;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, folder), "*.json").Where(file => !file.Contains("txn_bad", StringComparison.Ordinal)))
        {
            Run(file, version, KeyRing.Empty).NotCheckedItems.Where(item => item.Decisive).Select(item => item.What).ShouldBeEmpty(file);
        }
    }

    /// <summary>Independent code worked out the IDs that the server answers with: those of /state_ids are those of the events of /state.</summary>
    [Theory]
    [InlineData("room_v1")]
    [InlineData("room_v4")]
    [InlineData("room_v10")]
    [InlineData("room_v12")]
    public void Rooms_OfStateAnswer_HaveTheIdsOfStateIds(string folder)
    {
        string root = Path.Combine(SharedData.PathOrSkip(Folder), folder);
        string state = Directory.EnumerateFiles(root, "*_state.json").Single();
        using JsonDocument ids = JsonDocument.Parse(File.ReadAllBytes(Directory.EnumerateFiles(root, "*_state_ids.json").Single()));
        JsonElement body = ids.RootElement.GetProperty("response").GetProperty("body");
        string[] named = [.. body.GetProperty("pdu_ids").EnumerateArray().Concat(body.GetProperty("auth_chain_ids").EnumerateArray()).Select(id => id.GetString()!).Distinct().Order(StringComparer.Ordinal)];
        var findings = new FindingBuffer(FindingLimits.Default);
        var options = new FederationOptions { Version = RoomVersions.Find(folder[6..]) };

        FederationVisit visit = FederationValidator.Run(new FederationInput("", () => File.OpenRead(state)), null, options, findings, CancellationToken.None).Visit!;

        visit.Answer.Lists.SelectMany(list => list.Events).Select(listed => visit.Room!.IdOf(listed.Index)).Distinct().Order(StringComparer.Ordinal).ShouldBe(named);
    }

    private static FindingBuffer Run(string file, RoomVersion? version, KeyRing keys)
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        var options = new FederationOptions { Version = version, Jobs = 2, Keys = keys, Ed25519 = Ed25519Libraries.Default, Signatures = new SignatureRun(keys, Ed25519Libraries.Default) };
        FederationSummary summary = FederationValidator.Run(new FederationInput("", () => File.OpenRead(file)), null, options, findings, CancellationToken.None);
        summary.Problem.ShouldBeNull(file);
        return findings;
    }

    private static KeyRing KeysOf(string root)
    {
        using JsonDocument keys = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "KEYS.json")));
        var builder = new KeyRingBuilder();
        foreach (JsonProperty server in keys.RootElement.EnumerateObject())
        {
            foreach (JsonProperty key in server.Value.GetProperty("verify_keys").EnumerateObject())
            {
                var parsed = new Ed25519PublicKey(Convert.FromBase64String(key.Value.GetProperty("key").GetString()! + "="));
                builder.Add(new ServerKey(server.Name, key.Name, parsed, null, null, new KeySource(KeySourceKind.KeysFile, "KEYS.json")));
            }
        }

        return builder.Build();
    }
}
