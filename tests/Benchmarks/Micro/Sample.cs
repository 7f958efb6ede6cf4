using System.Formats.Cbor;
using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Generator.Large;

namespace Conformance.Benchmarks.Micro;

/// <summary>Events of one made room, as CBOR and as JSON, and the files and archives that they come in.</summary>
internal static class Sample
{
    public const int Events = 5000;

    private static readonly Lazy<string> Folder = new(Make);

    /// <summary>The file of all events.</summary>
    public static byte[] EventsFile() => File.ReadAllBytes(Path.Combine(Folder.Value, "tree", "m.events", "events.1.cbor"));

    public static byte[] UsersFile() => File.ReadAllBytes(Path.Combine(Folder.Value, "tree", "m.users", "users.1.cbor"));

    public static string TarGz() => Path.Combine(Folder.Value, "sample.tar.gz");

    /// <summary>The room's ID and each of its events as CBOR.</summary>
    public static (string RoomId, byte[][] Events) CborEvents()
    {
        var reader = new CborReader(EventsFile());
        reader.ReadStartMap();
        string room = reader.ReadTextString();
        int count = reader.ReadStartArray()!.Value;
        byte[][] events = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            events[i] = reader.ReadEncodedValue().ToArray();
        }

        return (room, events);
    }

    /// <summary>The same events as JSON.</summary>
    public static byte[][] JsonEvents() => [.. CborEvents().Events.Select(e => CanonicalJson.Bytes(ToJson(new CborReader(e))))];

    private static JsonNode? ToJson(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                var map = new JsonObject();
                for (int? left = reader.ReadStartMap(); left > 0; left--)
                {
                    string name = reader.ReadTextString();
                    map[name] = ToJson(reader);
                }

                reader.ReadEndMap();
                return map;
            case CborReaderState.StartArray:
                var array = new JsonArray();
                for (int? left = reader.ReadStartArray(); left > 0; left--)
                {
                    array.Add(ToJson(reader));
                }

                reader.ReadEndArray();
                return array;
            case CborReaderState.TextString:
                return reader.ReadTextString();
            default:
                return reader.ReadInt64();
        }
    }

    private static string Make()
    {
        string folder = Path.Combine(Path.GetTempPath(), "conformance-benchmarks", "sample");
        Directory.CreateDirectory(folder);
        foreach (string output in (string[])["tree", "sample.tar.gz"])
        {
            new LargeArchive(new LargeArchiveOptions { Output = Path.Combine(folder, output), Events = Events, Rooms = 1, FileSize = null }).Write();
        }

        return folder;
    }
}
