using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Findings;
using Conformance.Schemas;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Signatures;
using Conformance.Tests.Signatures.Cryptography;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>The archive's own item of keys, an item that the draft doesn't have.</summary>
public sealed class ServerKeysTests
{
    private const string Item = "org.matrix.msc2783.server_keys";
    private const string File = Item + ".json";
    private const string Events = "m.events/events.1.cbor";

    // RFC 8032, section 7.1, the public keys of tests 1 and 2.
    private const string First = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private const string Second = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw";

    private static readonly string[] Members = ["manifest.mspf.json", "m.core.json", "m.rooms.cbor", Events, File];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Run_AnyOrder_KnowsTheKeysBeforeTheEvents(int seed)
    {
        ArchiveBuilder archive = With($$$"""{"b.example": {"ed25519:1": "{{{First}}}"}}""");
        string[] order = [.. Members];
        new Random(seed).Shuffle(order);
        archive.First.Clear();
        archive.First.AddRange(order);
        int? known = null;
        archive.Options = archive.Options with
        {
            EventsConsumer = rooms =>
            {
                known = rooms.ServerKeys?.Keys.Count;
                return new CreateEventReader(rooms);
            },
        };

        ArchiveResult result = archive.Run();

        known.ShouldBe(1);
        result.Rules.Except(["MAN017", "MAN021"]).ShouldBeEmpty();
        result.Buffer.NotCheckedItems.ShouldAllBe(item => !item.Decisive);
    }

    [Fact]
    public void Run_KeysBehindTheEvents_IsToldAndReadTwice()
    {
        ArchiveBuilder archive = With("{}");
        archive.First.Clear();
        archive.First.AddRange(Members);
        MemoryContainer container = archive.Build();

        archive.Run(container).Rules.ShouldBe(["MAN017", "MAN021"]);

        container.Passes.ShouldBe(2);
    }

    [Fact]
    public void Run_ListedButMissing_DoesNotKeepEventsWaiting()
    {
        ArchiveBuilder archive = With("{}");
        archive.Files.Remove(File);
        archive.First.Clear();

        ArchiveResult result = archive.Run();

        result.Rules.ShouldBe(["MAN017", "OWN004"]);
        result.Buffer.NotCheckedItems.ShouldAllBe(item => !item.Decisive);
    }

    [Fact]
    public void Run_FileNotListed_IsAFileOfNobody()
    {
        ArchiveBuilder archive = With("no keys");
        archive.Items.Remove(Item);

        archive.Run().Rules.ShouldBe(["OWN001"]);
    }

    [Fact]
    public void Run_NameThatStandsTwice_LeavesAllKeysInDoubt()
    {
        ArchiveResult result = With($$$"""{"b.example": {"ed25519:1": "{{{First}}}", "ed25519:1": "{{{Second}}}"}}""").Run();

        result.Rules.ShouldBe(["JSN004", "MAN017"], ignoreOrder: true);
        result.Buffer.NotCheckedItems.ShouldContain(item => item.What.Contains(Item, StringComparison.Ordinal) && !item.Decisive);
    }

    [Fact]
    public void Run_TwoAnswersThatDiffer_TellsPlaceAndBothKeys()
    {
        Backends.AnyOrSkip();
        static string Answer(string key) => """{"server_name": "b.example", "valid_until_ts": 1, "verify_keys": {"ed25519:1": {"key": "KEY"}}}"""
            .Replace("KEY", key, StringComparison.Ordinal);

        Finding finding = With($"{{\"server_keys\": [{Answer(First)}, {Answer(Second)}]}}").Run().Buffer.Findings.Single(found => found.Rule == "SIG006");

        finding.Location.Pointer.ShouldBe("/server_keys/1/verify_keys/ed25519:1");
        finding.Arguments.Single(argument => argument.Name == "given").Value.ShouldBe(Second);
        finding.Arguments.Single(argument => argument.Name == "known").Value.ShouldBe(First);
    }

    [Fact]
    public void Run_VeryManyFaultyServers_EndsSoon()
    {
        var item = new StringBuilder("{");
        for (int i = 0; i < 200_000; i++)
        {
            item.Append(i == 0 ? "" : ",").Append('"').Append("no/server ").Append(i).Append("\":{}");
        }

        ArchiveResult result = With(item.Append('}').ToString()).Run();

        result.Buffer.Counts["SIG008"].ShouldBe(200_000);
    }

    [Fact]
    public void For_ItemWithVeryManyKeysOfAServer_UsesAHundred()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        ServerKey key = TestServer.Example.PublicKey(library);
        var item = new KeyFile(File, [.. Enumerable.Range(0, 1000).Select(i => key with { KeyId = $"ed25519:{i}" })], [], []);

        (KeyRing ring, var problems) = TrustedKeys.None.For(null, null, item);

        ring.Count.ShouldBe(TrustedKeys.MaxItemKeys);
        problems.Single().Kind.ShouldBe(KeyProblemKind.TooManyKeys);
    }

    [Fact]
    public void For_ItemThatDiffers_CountsLeast()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        ServerKey core = TestServer.Example.PublicKey(library);
        ServerKey other = TestServer.Other.PublicKey(library) with { Server = core.Server, KeyId = core.KeyId };
        var item = new KeyFile(File, [other, other with { KeyId = "ed25519:more" }], [], []);

        (KeyRing ring, var problems) = TrustedKeys.None.For(core.Server, core, item);

        ring.All.Select(key => key.Key.ToString()).ShouldBe([core.Key.ToString(), other.Key.ToString()], ignoreOrder: true);
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"b.example": {"ed25519:1": "KEY"}}""", true)]
    [InlineData("""{"b.example": {"ed25519:1": {"key": "KEY", "expired_ts": 5}}}""", true)]
    [InlineData("""{"b.example": {"ed25519:1": {"key": "KEY", "valid_until_ts": 5}}}""", true)]
    [InlineData("""{"b.example": {"server_name": "b.example", "valid_until_ts": 5, "verify_keys": {"ed25519:1": {"key": "KEY"}}}}""", true)]
    [InlineData("""{"server_name": "b.example", "valid_until_ts": 5, "verify_keys": {}, "old_verify_keys": {"ed25519:1": {"key": "KEY", "expired_ts": 5}}}""", true)]
    [InlineData("""{"server_keys": []}""", true)]
    [InlineData("""{}""", true)]
    [InlineData("""[]""", false)]
    [InlineData("""{"b.example": "KEY"}""", false)]
    [InlineData("""{"b.example": {"ed25519:1": 5}}""", false)]
    [InlineData("""{"b.example": {"ed25519:1": {"expired_ts": 5}}}""", false)]
    [InlineData("""{"b.example": {"ed25519:1": {"key": "KEY", "expired_ts": -1}}}""", false)]
    [InlineData("""{"b.example": {"ed25519:1": {"key": "KEY", "expired_ts": "5"}}}""", false)]
    [InlineData("""{"b.example": {"server_name": "b.example", "verify_keys": {}}}""", false)]
    [InlineData("""{"server_name": "b.example", "valid_until_ts": 5}""", false)]
    [InlineData("""{"server_name": "b.example", "valid_until_ts": 5, "verify_keys": {}, "old_verify_keys": {"ed25519:1": {"key": "KEY"}}}""", false)]
    [InlineData("""{"server_keys": [5]}""", false)]
    public void Schema_AndReader_AgreeOnForms(string json, bool fits)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json.Replace("KEY", First, StringComparison.Ordinal));

        Document document = DocumentReader.Read(bytes, DocumentEncoding.Json);
        BuiltInSchemas.Get("mspf/" + File).IsValid(document.Root).ShouldBe(fits);
        With(Encoding.UTF8.GetString(bytes)).Run().Rules.Contains("SIG007").ShouldBe(!fits);
    }

    private static ArchiveBuilder With(string item)
    {
        var archive = new ArchiveBuilder();
        archive.Items[Item] = new JsonObject { ["v"] = 1 };
        archive.Files[File] = Encoding.UTF8.GetBytes(item);
        archive.First.AddRange(["manifest.mspf.json", "m.core.json", "m.rooms.cbor", File]);
        return archive;
    }
}
