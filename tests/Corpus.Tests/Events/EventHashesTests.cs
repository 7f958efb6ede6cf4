using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Events;

public class EventHashesTests
{
    // The content hash of the minimally-sized event in the Matrix appendices, "Cryptographic Test Vectors".
    [Fact]
    public void Content_MinimalEventOfSpecification_HashOfSpecification()
    {
        JsonObject pdu = JsonNode.Parse("""
            {"room_id":"!x:domain","sender":"@a:domain","origin":"domain","origin_server_ts":1000000,"signatures":{},"hashes":{},
             "type":"X","content":{},"prev_events":[],"auth_events":[],"depth":3,"unsigned":{"age_ts":1000000}}
            """)!.AsObject();
        Base64.Unpadded(EventHashes.Content(pdu)).ShouldBe("5jM4wQpv6lnBo7CLIghJuHdW+s2CMBJPUOGOC89ncos");
    }

    // A real server's events of room versions 3 to 12: the IDs that it gave them must come out of their bytes.
    [Fact]
    public void Id_EventsOfRealServer_IdsOfRealServer()
    {
        string folder = SharedData.PathOrSkip("real/synapse-1.160-a");
        JsonNode truth = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "truth.json")))!;
        int seen = 0;
        using var gzip = new GZipStream(File.OpenRead(Path.Combine(folder, "alpha.example.test.tar.gz")), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (!entry.Name.StartsWith("m.events/", StringComparison.Ordinal) || entry.DataStream is null)
            {
                continue;
            }

            using var bytes = new MemoryStream();
            entry.DataStream.CopyTo(bytes);
            foreach ((string roomId, JsonNode? events) in CborTree.Read(bytes.ToArray())!.AsObject())
            {
                JsonNode room = truth["rooms"]![roomId]!;
                var version = RoomVersion.Of(room["version"]!.GetValue<string>());
                var ids = room["events"]!.AsArray().Select(e => e![0]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
                foreach (JsonObject pdu in events!.AsArray().Select(e => e!.AsObject()).Where(HasIntegersOnly))
                {
                    ids.ShouldContain(EventHashes.Id(pdu, version), $"room version {version.Id}");
                    seen++;
                }
            }
        }

        seen.ShouldBeGreaterThan(4000);
    }

    // How a fraction or a huge integer is hashed is Python's business, not the generator's, which makes none.
    private static bool HasIntegersOnly(JsonNode? node) => node switch
    {
        JsonObject map => map.All(member => HasIntegersOnly(member.Value)),
        JsonArray array => array.All(HasIntegersOnly),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.TryGetValue(out long _),
        _ => true,
    };
}
