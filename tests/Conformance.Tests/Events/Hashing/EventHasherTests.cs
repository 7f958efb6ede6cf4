using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Hashing;
using Conformance.Events.Versions;
using Conformance.Tests.Events.Canonical;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Hashing;

public sealed class EventHasherTests
{
    private readonly EventHasher _hasher = new();
    private readonly EventView _view = new();

    // Appendix, Cryptographic Test Vectors, Event Signing.
    [Theory]
    [InlineData(
        "{\"room_id\":\"!x:domain\",\"sender\":\"@a:domain\",\"origin\":\"domain\",\"origin_server_ts\":1000000,\"signatures\":{},\"hashes\":{},\"type\":\"X\",\"content\":{},\"prev_events\":[],\"auth_events\":[],\"depth\":3,\"unsigned\":{\"age_ts\":1000000}}",
        "5jM4wQpv6lnBo7CLIghJuHdW+s2CMBJPUOGOC89ncos")]
    [InlineData(
        "{\"content\":{\"body\":\"Here is the message content\"},\"event_id\":\"$0:domain\",\"origin\":\"domain\",\"origin_server_ts\":1000000,\"type\":\"m.room.message\",\"room_id\":\"!r:domain\",\"sender\":\"@u:domain\",\"signatures\":{},\"unsigned\":{\"age_ts\":1000000}}",
        "onLKD1bGljeBWQhWZ1kaP9SorVmRQNdN5aM2JYU2n/g")]
    public void ContentHash_VectorOfTheAppendix_ComesOutAsThere(string json, string hash)
    {
        Hash(json, "1");
        Convert.ToBase64String(_hasher.ContentHash).ShouldBe(hash + "=");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("10")]
    public void RedactedForm_OfASignedVector_IsWhatItsSignatureCovers(string version)
    {
        // By hand from the second vector: what redaction keeps, without unsigned and signatures.
        Hash(
            "{\"content\":{\"body\":\"Here is the message content\"},\"event_id\":\"$0:domain\",\"hashes\":{\"sha256\":\"onLKD1bGljeBWQhWZ1kaP9SorVmRQNdN5aM2JYU2n/g\"},\"origin\":\"domain\",\"origin_server_ts\":1000000,\"type\":\"m.room.message\",\"room_id\":\"!r:domain\",\"sender\":\"@u:domain\",\"signatures\":{\"domain\":{\"ed25519:1\":\"x\"}},\"unsigned\":{\"age_ts\":1000000}}",
            version);
        Encoding.UTF8.GetString(_hasher.RedactedForm).ShouldBe(
            "{\"content\":{},\"event_id\":\"$0:domain\",\"hashes\":{\"sha256\":\"onLKD1bGljeBWQhWZ1kaP9SorVmRQNdN5aM2JYU2n/g\"},\"origin\":\"domain\",\"origin_server_ts\":1000000,\"room_id\":\"!r:domain\",\"sender\":\"@u:domain\",\"type\":\"m.room.message\"}");
    }

    [Theory]
    [InlineData("10", "m.room.member", "{\"membership\":\"join\",\"join_authorised_via_users_server\":\"@a:b\",\"displayname\":\"x\",\"third_party_invite\":{\"signed\":{}}}", "{\"join_authorised_via_users_server\":\"@a:b\",\"membership\":\"join\"}")]
    [InlineData("8", "m.room.member", "{\"membership\":\"join\",\"join_authorised_via_users_server\":\"@a:b\"}", "{\"membership\":\"join\"}")]
    [InlineData("11", "m.room.member", "{\"membership\":\"invite\",\"third_party_invite\":{\"display_name\":\"x\",\"signed\":{\"token\":\"t\",\"mxid\":\"m\"}}}", "{\"membership\":\"invite\",\"third_party_invite\":{\"signed\":{\"mxid\":\"m\",\"token\":\"t\"}}}")]
    [InlineData("11", "m.room.member", "{\"third_party_invite\":{\"display_name\":\"x\"}}", "{\"third_party_invite\":{}}")]
    [InlineData("11", "m.room.member", "{\"third_party_invite\":\"x\"}", "{}")]
    [InlineData("10", "m.room.create", "{\"creator\":\"@a:b\",\"room_version\":\"10\",\"m.federate\":false}", "{\"creator\":\"@a:b\"}")]
    [InlineData("11", "m.room.create", "{\"room_version\":\"11\",\"m.federate\":false,\"x\":{\"b\":1,\"a\":2}}", "{\"m.federate\":false,\"room_version\":\"11\",\"x\":{\"a\":2,\"b\":1}}")]
    [InlineData("7", "m.room.join_rules", "{\"join_rule\":\"restricted\",\"allow\":[]}", "{\"join_rule\":\"restricted\"}")]
    [InlineData("8", "m.room.join_rules", "{\"join_rule\":\"restricted\",\"allow\":[]}", "{\"allow\":[],\"join_rule\":\"restricted\"}")]
    [InlineData("10", "m.room.power_levels", "{\"users\":{\"@b:c\":1,\"@a:b\":2},\"invite\":5,\"notifications\":{\"room\":1},\"ban\":50}", "{\"ban\":50,\"users\":{\"@a:b\":2,\"@b:c\":1}}")]
    [InlineData("11", "m.room.power_levels", "{\"users\":{},\"invite\":5,\"notifications\":{\"room\":1}}", "{\"invite\":5,\"users\":{}}")]
    [InlineData("5", "m.room.aliases", "{\"aliases\":[\"#a:b\"],\"x\":1}", "{\"aliases\":[\"#a:b\"]}")]
    [InlineData("6", "m.room.aliases", "{\"aliases\":[\"#a:b\"],\"x\":1}", "{}")]
    [InlineData("1", "m.room.history_visibility", "{\"history_visibility\":\"shared\",\"x\":1}", "{\"history_visibility\":\"shared\"}")]
    [InlineData("10", "m.room.redaction", "{\"redacts\":\"$a\",\"reason\":\"x\"}", "{}")]
    [InlineData("11", "m.room.redaction", "{\"redacts\":\"$a\",\"reason\":\"x\"}", "{\"redacts\":\"$a\"}")]
    [InlineData("11", "m.room.message", "{\"body\":\"x\"}", "{}")]
    public void RedactedForm_OfEachType_KeepsWhatItsVersionKeeps(string version, string type, string content, string kept)
    {
        JsonObject value = EventFixture.Message(version);
        value["type"] = type;
        value["content"] = JsonNode.Parse(content);
        Hash(value.ToJsonString(), version);

        JsonNode.Parse(Encoding.UTF8.GetString(_hasher.RedactedForm))!["content"]!.ToJsonString().ShouldBe(kept);
    }

    [Fact]
    public void RedactedForm_OfMembersOutsideOfTheList_DropsThemByVersion()
    {
        JsonObject value = EventFixture.Message("10");
        foreach (string extra in (string[])["origin", "membership", "prev_state", "redacts", "zzz", "aaa", "unsigned"])
        {
            value[extra] = new JsonObject();
        }

        Hash(value.ToJsonString(), "10");
        Names(_hasher.RedactedForm).ShouldBe("auth_events content depth hashes membership origin origin_server_ts prev_events prev_state room_id sender type");
        Names(_hasher.ContentForm).ShouldBe("aaa auth_events content depth membership origin origin_server_ts prev_events prev_state redacts room_id sender type zzz");
        Hash(value.ToJsonString(), "11");
        Names(_hasher.RedactedForm).ShouldBe("auth_events content depth hashes origin_server_ts prev_events room_id sender type");
    }

    [Fact]
    public void RedactedForm_RedactedAgain_StaysAsItIs()
    {
        string[] types = ["m.room.member", "m.room.create", "m.room.join_rules", "m.room.power_levels", "m.room.aliases", "m.room.history_visibility", "m.room.redaction", "x"];
        string[] keys = ["membership", "creator", "join_rule", "allow", "users", "ban", "invite", "aliases", "history_visibility", "redacts", "third_party_invite", "join_authorised_via_users_server"];
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            foreach (RoomVersion version in RoomVersions.All)
            {
                JsonObject value = EventFixture.Message(version.Id);
                JsonObject content = new RandomJson(seed).Object(2);
                foreach (string key in keys)
                {
                    if (random.Next(2) == 0)
                    {
                        content[key] = random.Next(2) == 0 ? new JsonObject { ["signed"] = 1, ["other"] = 2 } : 1;
                    }
                }

                value["type"] = types[random.Next(types.Length)];
                value["content"] = content;
                Hash(value.ToJsonString(), version.Id);
                string once = Encoding.UTF8.GetString(_hasher.RedactedForm);
                byte[] hash = Reference();
                Hash(once, version.Id);

                Encoding.UTF8.GetString(_hasher.RedactedForm).ShouldBe(once, $"seed {seed}, version {version.Id}");
                Reference().ShouldBe(hash);
                _hasher.IsRedactedForm().ShouldBeTrue(once);
            }
        }
    }

    [Fact]
    public void Hashes_OfGeneratedEvents_DoNotDependOnUnsignedOrSignatures()
    {
        foreach (RoomVersion version in RoomVersions.All)
        {
            for (int seed = 0; seed < 50; seed++)
            {
                JsonObject value = EventFixture.Message(version.Id);
                value["content"] = new RandomJson(seed).Object(3);
                Hash(value.ToJsonString(), version.Id);
                byte[] content = _hasher.ContentHash.ToArray();
                byte[] reference = Reference();
                value["unsigned"] = new RandomJson(seed + 1_000).Object(3);
                value["signatures"] = new JsonObject { ["elsewhere.org"] = new JsonObject { ["ed25519:2"] = new string('B', 86) } };
                Hash(value.ToJsonString(), version.Id);

                _hasher.ContentHash.ToArray().ShouldBe(content, $"seed {seed}, version {version.Id}");
                Reference().ShouldBe(reference, $"seed {seed}, version {version.Id}");
                value["depth"] = 13;
                Hash(value.ToJsonString(), version.Id);
                Reference().ShouldNotBe(reference);
            }
        }
    }

    [Fact]
    public void Forms_OfGeneratedEvents_AgreeWithAnIndependentWriterInBothEncodings()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            JsonObject value = EventFixture.Message("10");
            foreach ((string key, JsonNode? extra) in new RandomJson(seed).Object(2).ToArray())
            {
                value[key] = extra?.DeepClone();
            }

            value["content"] = new RandomJson(seed + 1).Object(3);
            JsonObject expected = value.DeepClone().AsObject();
            expected.Remove("hashes");
            expected.Remove("signatures");
            expected.Remove("unsigned");
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(IndependentCanonicalJson.Write(expected)));

            Hash(value.ToJsonString(), "10");
            _hasher.ContentHash.ToArray().ShouldBe(hash, $"seed {seed}");
            byte[] reference = _hasher.ReferenceHash.ToArray();
            Hash(RandomJson.ToCbor(value), DocumentEncoding.Cbor, "10");
            _hasher.ContentHash.ToArray().ShouldBe(hash, $"seed {seed}");
            _hasher.ReferenceHash.ToArray().ShouldBe(reference);
        }
    }

    private static string Names(ReadOnlySpan<byte> json) =>
        string.Join(' ', JsonNode.Parse(Encoding.UTF8.GetString(json))!.AsObject().Select(member => member.Key));

    private byte[] Reference()
    {
        _hasher.HashReference();
        return _hasher.ReferenceHash.ToArray();
    }

    private void Hash(string json, string version) => Hash(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json, version);

    private void Hash(byte[] bytes, DocumentEncoding encoding, string version)
    {
        _view.Load(DocumentReader.Read(bytes, encoding));
        _hasher.Hash(_view, RoomVersions.Find(version)!, ignored: 0);
    }
}
