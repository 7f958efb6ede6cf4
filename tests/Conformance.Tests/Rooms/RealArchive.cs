using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Pipeline;
using Conformance.Rooms.Store;
using Conformance.Tests.Support;

namespace Conformance.Tests.Rooms;

/// <summary>The rooms of an archive made from a real homeserver, and what that server says about them.</summary>
internal static class RealArchive
{
    private static readonly Lazy<(Dictionary<string, RoomEvents> Rooms, JsonElement Truth)> Loaded = new(Load);

    /// <summary>Each room and what is true of it; skips the test when the archive isn't there.</summary>
    public static IReadOnlyList<(string Id, RoomEvents Room, JsonElement Truth)> Rooms()
    {
        SharedData.PathOrSkip("real/synapse-1.160-a/truth.json");
        return [.. Loaded.Value.Rooms.Select(room => (room.Key, room.Value, Loaded.Value.Truth.GetProperty(room.Key)))];
    }

    private static (Dictionary<string, RoomEvents> Rooms, JsonElement Truth) Load()
    {
        string folder = SharedData.PathOrSkip("real/synapse-1.160-a");
        JsonElement truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "truth.json"))).RootElement.GetProperty("rooms");
        var rooms = new Dictionary<string, RoomEvents>();
        var checker = new EventChecker();
        var document = new Document();
        using FileStream file = File.OpenRead(Path.Combine(folder, "alpha.example.test.tar.gz"));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.StartsWith("m.events/", StringComparison.Ordinal))
            {
                continue;
            }

            using var bytes = new MemoryStream();
            entry.DataStream.CopyTo(bytes);
            checker.Visit.Enter(entry.Name, 0, new FindingBuffer(FindingLimits.Default));
            foreach ((Node key, Node list) in DocumentReader.Read(bytes.ToArray(), DocumentEncoding.Cbor).Root.Members())
            {
                string id = key.AsString()!;
                RoomVersion version = RoomVersions.Find(truth.GetProperty(id).GetProperty("version").GetString())!;
                if (!rooms.TryGetValue(id, out RoomEvents? room))
                {
                    rooms[id] = room = new RoomEvents(version, key.Utf8);
                }

                checker.Visit.Enter(Encoding.UTF8.GetBytes(id), version);
                foreach (Node item in list.Elements())
                {
                    Add(room, item, checker, document);
                }
            }
        }

        return (rooms, truth);
    }

    private static void Add(RoomEvents room, Node item, EventChecker checker, Document document)
    {
        byte[] raw = item.Raw.ToArray();
        DocumentReader.Read(raw, DocumentEncoding.Cbor, document);
        checker.Visit.Begin(document, new CutItem(null, null, 0, 0, raw.Length));
        checker.Check();
        bool redacted = checker.ContentHash is ContentHashState.Differs or ContentHashState.RedactedCopy;
        room.Add(checker.Visit.Event, checker.Identity.Utf8, redacted ? RoomEventForm.Redacted : RoomEventForm.AsIs);
    }
}
