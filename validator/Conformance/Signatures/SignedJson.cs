using Conformance.Documents;
using Conformance.Events.Canonical;

namespace Conformance.Signatures;

/// <summary>The bytes of a JSON object that its signatures cover (Appendices, Signing Details): canonical JSON without <c>signatures</c> and <c>unsigned</c>.</summary>
internal static class SignedJson
{
    /// <summary>Writes them.</summary>
    /// <param name="map">An object.</param>
    /// <param name="writer">Takes the bytes.</param>
    /// <param name="lenient">Whether numbers may be such as room versions 1 to 5 put up with.</param>
    /// <returns>False when the object has no canonical form.</returns>
    public static bool TryWrite(Node map, CanonicalJsonWriter writer, bool lenient = false)
    {
        Document document = map.Document;
        var entries = new MapEntry[map.Count];
        int count = 0;
        foreach ((Node name, Node value) in map.Members())
        {
            if (name.Kind == NodeKind.Text && !name.TextEquals("signatures"u8) && !name.TextEquals("unsigned"u8))
            {
                entries[count++] = new MapEntry(MapEntry.PrefixOf(name.Utf8), name.Index, value.Index);
            }
        }

        var comparer = new MapEntryComparer(document);
        comparer.Sort(entries.AsSpan(0, count));
        writer.Start(document, lenient);
        writer.WriteByte((byte)'{');
        for (int i = 0; i < count; i++)
        {
            if (i + 1 < count && comparer.SameName(entries[i], entries[i + 1]))
            {
                continue;
            }

            if (writer.Length > 1)
            {
                writer.WriteByte((byte)',');
            }

            writer.WriteText(document.Record(entries[i].Key));
            writer.WriteByte((byte)':');
            writer.WriteValue(entries[i].Value);
        }

        writer.WriteByte((byte)'}');
        return writer.IsExact;
    }
}
