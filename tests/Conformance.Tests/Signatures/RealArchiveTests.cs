using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Containers;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;
using Conformance.Profiles.Mspf.EventFiles;
using Conformance.Signatures;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Tests.Signatures.Cryptography;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures;

/// <summary>An archive of a real server, with the keys that the servers published.</summary>
public sealed class RealArchiveTests
{
    private const string Folder = "real/synapse-1.160-a/";

    public static TheoryData<string> All => Backends.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Signatures_OfEveryEvent_AreGood(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);

        Tally tally = Run(library, PublishedKeys());

        tally.Statuses.ShouldBe(new Dictionary<SignatureStatus, int> { [SignatureStatus.Valid] = 4091 });
        tally.GoodSignatures.ShouldBe(4162);
    }

    [Fact]
    public void Signatures_KeysOfTwoServersSwapped_AreBadUnlessTheThirdSigned()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        JsonObject keys = JsonNode.Parse(File.ReadAllBytes(SharedData.PathOrSkip(Folder + "keys.json")))!.AsObject();
        JsonNode alpha = keys["alpha.example.test:8448"]!.DeepClone();
        keys["alpha.example.test:8448"] = keys["bravo.example.test:8448"]!.DeepClone();
        keys["bravo.example.test:8448"] = alpha;

        Tally tally = Run(library, KeysIn(keys.ToJsonString()));

        tally.Statuses.Keys.ShouldBe([SignatureStatus.Invalid, SignatureStatus.Valid], ignoreOrder: true);
        tally.ValidSenders.ShouldBe(["carol.example.test:8448"]);
        tally.InvalidServers.ShouldBe(["alpha.example.test:8448", "bravo.example.test:8448"], ignoreOrder: true);
    }

    [Fact]
    public void Signatures_KeysThatLapseInTheMiddle_CountFromRoomVersion5On()
    {
        Ed25519Library library = Backends.AnyOrSkip();
        JsonObject keys = JsonNode.Parse(File.ReadAllBytes(SharedData.PathOrSkip(Folder + "keys.json")))!.AsObject();
        foreach ((string _, JsonNode? ofServer) in keys)
        {
            ofServer!["ed25519:a_1"]!["valid_until_ts"] = 1;
        }

        Tally tally = Run(library, KeysIn(keys.ToJsonString()));

        // Room versions 1 to 4 have 980 events.
        tally.Statuses.ShouldBe(new Dictionary<SignatureStatus, int> { [SignatureStatus.Valid] = 980, [SignatureStatus.LapsedKey] = 3111 }, ignoreOrder: true);
    }

    [Fact]
    public void Signatures_NoKeys_AreUndetermined()
    {
        Tally tally = Run(Backends.AnyOrSkip(), KeyRing.Empty);

        tally.Statuses.ShouldBe(new Dictionary<SignatureStatus, int> { [SignatureStatus.UnknownKey] = 4091 });
        tally.GoodSignatures.ShouldBe(0);
    }

    [Fact]
    public void Signatures_NoLibrary_AreUndetermined()
    {
        Tally tally = Run(null, PublishedKeys());

        tally.Statuses.ShouldBe(new Dictionary<SignatureStatus, int> { [SignatureStatus.NoLibrary] = 4091 });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SigningKey_OfTheArchive_IsTheServersPublicKey(string name)
    {
        Ed25519Library library = Backends.GetOrSkip(name);
        using Container container = ContainerFactory.Open(
            SharedData.PathOrSkip(Folder + "alpha.example.test.tar.gz"), new ContainerLimits(), new FindingBuffer(FindingLimits.Default)).Container!;
        JsonElement core = default;
        while (container.Next(TestContext.Current.CancellationToken) is { } entry)
        {
            if (entry.Path.EndsWith("m.core.json", StringComparison.Ordinal))
            {
                using JsonDocument document = JsonDocument.Parse(entry.Content);
                core = document.RootElement.Clone();
            }
        }

        byte[] text = System.Text.Encoding.UTF8.GetBytes(core.GetProperty("signing_key").GetString()!);
        string server = core.GetProperty("server_name").GetString()!;
        ServerKey? key = SigningKeyLine.TryRead(text, server, library, new KeySource(KeySourceKind.ArchiveCore, "m.core.json"), "/signing_key", out KeyProblem? problem);

        problem.ShouldBeNull();
        ServerKey published = PublishedKeys().All.Single(ofRing => ofRing.Server == server);
        key!.KeyId.ShouldBe(published.KeyId);
        key.Key.ToString().ShouldBe(published.Key.ToString());
    }

    private static KeyRing PublishedKeys() => KeysIn(File.ReadAllText(SharedData.PathOrSkip(Folder + "keys.json")));

    private static KeyRing KeysIn(string json)
    {
        KeyFile file = KeyFileReader.Read(System.Text.Encoding.UTF8.GetBytes(json), "keys.json", null);
        file.Problems.ShouldBeEmpty();
        var builder = new KeyRingBuilder();
        builder.Add(file);
        return builder.Build();
    }

    private static Tally Run(Ed25519Library? library, KeyRing keys)
    {
        string archive = SharedData.PathOrSkip(Folder + "alpha.example.test.tar.gz");
        using Container container = ContainerFactory.Open(archive, new ContainerLimits(), new FindingBuffer(FindingLimits.Default)).Container!;
        var tally = new Tally();
        var checker = new EventSignatureChecker(keys, library, new VerifiedSignatures());
        MspfOptions options = new() { Jobs = 2, EventsConsumer = rooms => new Consumer(rooms, checker, tally) };
        MspfValidator.Run(container, options, new FindingBuffer(FindingLimits.Default), TestContext.Current.CancellationToken);
        return tally;
    }

    private sealed class Tally
    {
        public Dictionary<SignatureStatus, int> Statuses { get; } = [];

        public HashSet<string> ValidSenders { get; } = [];

        public HashSet<string> InvalidServers { get; } = [];

        public int GoodSignatures { get; set; }
    }

    private sealed class Consumer(IRoomDirectory rooms, EventSignatureChecker checker, Tally tally) : IBlockConsumer
    {
        public CutShape Shape { get; } = CutShape.Members(CutShape.Elements(CutShape.Item));

        public object? Process(CutBlock block, BlockWork work)
        {
            EventChecker events = work.Tool<EventChecker>();
            EventSignatureVerdict verdict = work.Tool<EventSignatureVerdict>();
            events.Visit.Enter(work.Member, work.MemberOrdinal, work.Sink);
            foreach (CutItem item in block.Items)
            {
                DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, block.BaseOffset + item.Start);
                EventRoom room = EventRoom.Of(item.Parent!, rooms);
                events.Visit.Enter(room.RoomId, room.Version);
                events.Visit.Begin(work.Document, item);
                events.Check();
                events.IsHashed.ShouldBeTrue();
                checker.Check(events.Visit.Event, room.Version!, events.Hasher, events.ContentHash, verdict);
                Count(verdict);
            }

            return null;
        }

        public void Commit(object result, IFindingSink sink)
        {
        }

        private void Count(EventSignatureVerdict verdict)
        {
            lock (tally)
            {
                tally.Statuses[verdict.Status] = tally.Statuses.GetValueOrDefault(verdict.Status) + 1;
                tally.GoodSignatures += verdict.GoodSignatures;
                string server = System.Text.Encoding.UTF8.GetString(verdict.Deciding!.Value.Server);
                (verdict.Status == SignatureStatus.Valid ? tally.ValidSenders : tally.InvalidServers).Add(server);
            }
        }
    }
}
