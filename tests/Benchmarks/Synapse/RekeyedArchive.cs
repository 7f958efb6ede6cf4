using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Conformance.Benchmarks.Synapse;

/// <summary>
/// A copy of an archive whose server has changed its key since: the same events, none of whose signatures can be verified, as nobody gives the
/// keys that they were made with. For comparisons of everything but signatures.
/// </summary>
internal static class RekeyedArchive
{
    private const string Core = "m.core.json";

    /// <summary>Writes the copy.</summary>
    /// <param name="archive">A tar.gz archive with the server's key in <c>m.core.json</c>.</param>
    /// <param name="copy">Where to write it.</param>
    /// <exception cref="ArgumentException">The archive has no such key.</exception>
    public static void Write(string archive, string copy)
    {
        bool changed = false;
        using var reader = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        using var writer = new TarWriter(new GZipStream(File.Create(copy), CompressionLevel.Optimal));
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            if (entry.Name == Core)
            {
                JsonNode core = JsonNode.Parse(entry.DataStream!)!;
                string[] words = core["signing_key"]?.GetValue<string>().Split(' ') ?? [];
                if (words.Length == 3)
                {
                    core["signing_key"] = $"{words[0]} {words[1]}_later {words[2]}";
                    entry.DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(core.ToJsonString()));
                    changed = true;
                }
            }

            writer.WriteEntry(entry);
        }

        if (!changed)
        {
            throw new ArgumentException($"{archive} gives no key in {Core}");
        }
    }
}
