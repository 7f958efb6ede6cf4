using System.Text.Json.Nodes;
using Conformance.Corpus.Tests.Events;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;
using Conformance.Generator.Large;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Large;

public class LargeArchiveTests
{
    // The fast path writes bytes without a tree; the slow path that the corpus uses must make the same of them.
    [Theory]
    [InlineData(100_000L)]
    [InlineData(null)]
    public void Write_AllRoomVersions_EveryEventHashesAndRefersAsTheTreeSays(long? fileSize)
    {
        using var folder = new TemporaryFolder();
        LargeArchiveOptions options = Options(folder.File("archive")) with { FileSize = fileSize };

        (long written, _) = new LargeArchive(options).Write();

        written.ShouldBe(options.Events);
        JsonObject rooms = CborTree.Read(File.ReadAllBytes(folder.File("archive/m.rooms.cbor")))!.AsObject();
        Dictionary<string, List<JsonObject>> events = ReadEvents(folder.File("archive/m.events"), fileSize);
        events.Keys.ShouldBe(rooms.Select(r => r.Key), ignoreOrder: true);
        events.Sum(room => room.Value.Count).ShouldBe((int)options.Events);
        foreach ((string roomId, List<JsonObject> pdus) in events)
        {
            CheckRoom(roomId, pdus, RoomVersion.Of(rooms[roomId]!["version"]!.GetValue<string>()));
        }
    }

    [Fact]
    public void Write_SameSeed_SameBytes()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in (string[])["a.tar", "b.tar"])
        {
            new LargeArchive(Options(folder.File(name))).Write();
        }

        new LargeArchive(Options(folder.File("c.tar")) with { Seed = 2 }).Write();

        byte[] first = File.ReadAllBytes(folder.File("a.tar"));
        first.ShouldBe(File.ReadAllBytes(folder.File("b.tar")));
        first.ShouldNotBe(File.ReadAllBytes(folder.File("c.tar")));
    }

    [Fact]
    public void Write_ManyEvents_ShapedLikeRealOnes()
    {
        using var folder = new TemporaryFolder();
        new LargeArchive(Options(folder.File("archive")) with { Events = 6000, Rooms = 1, RoomVersions = [RoomVersion.Of("11")], FileSize = null }).Write();

        List<JsonObject> events = ReadEvents(folder.File("archive/m.events"), null).Values.Single();

        double two = events.Count(e => e["prev_events"]!.AsArray().Count == 2) / (double)events.Count;
        two.ShouldBeInRange(0.05, 0.15);
        events.Skip(RoomStream.OpeningEvents).ShouldAllBe(e => e["auth_events"]!.AsArray().Count == 3 || e["auth_events"]!.AsArray().Count == 4);
        events.Average(e => CanonicalJson.Bytes(e).Length).ShouldBeInRange(700, 950);
    }

    private static LargeArchiveOptions Options(string output) => new()
    {
        Output = output,
        Events = 3000,
        Rooms = 14,
        RoomVersions = RoomVersion.All,
        FileSize = 100_000,
    };

    private static void CheckRoom(string roomId, List<JsonObject> pdus, RoomVersion version)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        var keys = new ServerKeys(Options("").Seed);
        foreach (JsonObject pdu in pdus)
        {
            string id = EventHashes.Id(pdu, version);
            pdu["hashes"]!["sha256"]!.GetValue<string>().ShouldBe(Base64.Unpadded(EventHashes.Content(pdu)));
            if (Ed25519Libraries.Default is not null)
            {
                ServerKeysTests.ShouldBeGood(keys, pdu, RoomBuilder.ServerOf(pdu["sender"]!.GetValue<string>()), version);
            }

            string[] previous = [.. Ids(pdu["prev_events"]!)];
            previous.Concat(Ids(pdu["auth_events"]!)).All(known.ContainsKey).ShouldBeTrue();
            pdu["depth"]!.GetValue<long>().ShouldBe(previous.Select(e => known[e]).DefaultIfEmpty(0).Max() + 1);
            (pdu["room_id"]?.GetValue<string>() ?? "!" + id[1..]).ShouldBe(roomId);
            known.TryAdd(id, pdu["depth"]!.GetValue<long>()).ShouldBeTrue();
        }
    }

    private static IEnumerable<string> Ids(JsonNode references) =>
        references.AsArray().Select(r => r is JsonArray pair ? pair[0]!.GetValue<string>() : r!.GetValue<string>());

    private static Dictionary<string, List<JsonObject>> ReadEvents(string folder, long? fileSize)
    {
        var events = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        string[] files = [.. Directory.GetFiles(folder).OrderBy(f => f.Length).ThenBy(f => f, StringComparer.Ordinal)];
        files.Length.ShouldBeGreaterThan(fileSize is null ? 0 : 5);
        foreach (string file in files)
        {
            byte[] bytes = File.ReadAllBytes(file);
            if (fileSize is { } most)
            {
                bytes.LongLength.ShouldBeLessThan(most + 2000);
            }

            foreach ((string roomId, JsonNode? list) in CborTree.Read(bytes)!.AsObject())
            {
                if (!events.TryGetValue(roomId, out List<JsonObject>? room))
                {
                    events[roomId] = room = [];
                }

                room.AddRange(list!.AsArray().Select(e => e!.AsObject()));
            }
        }

        return events;
    }
}
