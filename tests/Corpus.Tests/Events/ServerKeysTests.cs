using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Generator.Events;
using Conformance.Signatures.Cryptography;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Events;

public partial class ServerKeysTests
{
    // The key and two signed events of the Matrix appendices, "Cryptographic Test Vectors".
    private const string AppendixKey = "XGX0JRS2Af3be3knz2fBiRbApjm2Dh61gXDJA8kcJNI";

    [Theory]
    [InlineData(
        "4",
        """{"auth_events":[],"content":{},"depth":3,"hashes":{"sha256":"5jM4wQpv6lnBo7CLIghJuHdW+s2CMBJPUOGOC89ncos"},"origin":"domain","origin_server_ts":1000000,"prev_events":[],"room_id":"!x:domain","sender":"@a:domain","type":"X","unsigned":{"age_ts":1000000}}""",
        "KxwGjPSDEtvnFgU00fwFz+l6d2pJM6XBIaMEn81SXPTRl16AqLAYqfIReFGZlHi5KLjAWbOoMszkwsQma+lYAg")]
    [InlineData(
        "1",
        """{"content":{"body":"Here is the message content"},"event_id":"$0:domain","hashes":{"sha256":"onLKD1bGljeBWQhWZ1kaP9SorVmRQNdN5aM2JYU2n/g"},"origin":"domain","origin_server_ts":1000000,"type":"m.room.message","room_id":"!r:domain","sender":"@u:domain","unsigned":{"age_ts":1000000}}""",
        "Wm+VzmOUOz08Ds+0NTWb1d4CZrVsJSikkeRxh6aCcUwu6pNC78FunoD7KNWzqFn241eYHYMGCA5McEiVPdhzBA")]
    public void Signed_EventsOfSpecification_IsWhatTheirSignaturesCover(string version, string pdu, string signature)
    {
        byte[] signed = EventHashes.Signed(JsonNode.Parse(pdu)!.AsObject(), RoomVersion.Of(version));

        Library().Verify(new Ed25519PublicKey(Convert.FromBase64String(AppendixKey + "=")), signed, Convert.FromBase64String(signature + "==")).ShouldBeTrue();
    }

    [Fact]
    public void Seal_RestrictedJoin_BothServersSigned()
    {
        Library();
        RoomBuilder room = new RoomBuilder(RoomVersion.Of("8"), "@alice:example.org", 1).Begin();
        var content = new JsonObject { ["membership"] = "join", ["join_authorised_via_users_server"] = "@alice:example.org" };

        RoomEvent join = room.State("m.room.member", "@bob:remote.example.net", "@bob:remote.example.net", content);

        ShouldBeSignedBy(room, join, "remote.example.net", "example.org");
    }

    [Fact]
    public void Seal_EventIdOfAnotherServer_BothServersSigned()
    {
        Library();
        RoomBuilder room = new RoomBuilder(RoomVersion.Of("2"), "@alice:example.org", 1).Begin();

        RoomEvent message = room.Add("m.room.message", null, "@alice:example.org", [], pdu => pdu["event_id"] = "$x:remote.example.net");

        ShouldBeSignedBy(room, message, "remote.example.net", "example.org");
    }

    [Fact]
    public void Generator_OfTheValidator_UsesCryptographyOnly()
    {
        string folder = Path.Combine(Repository.Root, "fixtures", "Generator");
        IEnumerable<string> used = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("\\obj\\", StringComparison.Ordinal))
            .SelectMany(file => Names().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .Distinct();

        used.Where(name => !name.StartsWith("Conformance.Generator", StringComparison.Ordinal)).ShouldBe(["Conformance.Signatures.Cryptography"]);
    }

    internal static void ShouldBeSignedBy(RoomBuilder room, RoomEvent made, params string[] servers)
    {
        JsonObject signatures = made.Json["signatures"]!.AsObject();
        signatures.Select(server => server.Key).ShouldBe(servers, ignoreOrder: true);
        foreach (string server in servers)
        {
            ShouldBeGood(room.Keys, made.Json, server, room.Version);
        }
    }

    internal static void ShouldBeGood(ServerKeys keys, JsonObject pdu, string server, RoomVersion version)
    {
        byte[] signature = Convert.FromBase64String(pdu["signatures"]![server]![ServerKeys.KeyId]!.GetValue<string>() + "==");
        var key = new Ed25519PublicKey(Convert.FromBase64String(keys.PublicKeyOf(server) + "="));
        Library().Verify(key, EventHashes.Signed(pdu, version), signature).ShouldBeTrue();
    }

    private static Ed25519Library Library()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        return Ed25519Libraries.Default!;
    }

    [GeneratedRegex(@"Conformance(\.[A-Z]\w+)+(?=;)")]
    private static partial Regex Names();
}
