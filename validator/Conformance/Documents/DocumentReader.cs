using Conformance.Documents.Cbor;
using Conformance.Documents.Json;

namespace Conformance.Documents;

/// <summary>Reads one value into a document. Never throws for content: whatever is wrong becomes a fault of the document.</summary>
public static class DocumentReader
{
    /// <summary>Nesting that is read when no other limit is given.</summary>
    public const int DefaultDepth = 128;

    /// <summary>Reads a value.</summary>
    /// <param name="source">The bytes; must not change while the document is in use.</param>
    /// <param name="encoding">How they are encoded.</param>
    /// <param name="document">Takes the nodes; what it held is gone.</param>
    /// <param name="baseOffset">Offset of the bytes in their member.</param>
    /// <param name="maxDepth">Deepest nesting.</param>
    public static void Read(ReadOnlyMemory<byte> source, DocumentEncoding encoding, Document document, long baseOffset = 0, int maxDepth = DefaultDepth)
    {
        ArgumentNullException.ThrowIfNull(document);
        document.Reset(source, baseOffset, encoding);
        if (encoding == DocumentEncoding.Json)
        {
            JsonReader.Read(document, maxDepth);
        }
        else
        {
            CborReader.Read(document, maxDepth);
        }
    }

    /// <summary>Reads a value into a new document.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="encoding">How they are encoded.</param>
    /// <returns>The document.</returns>
    public static Document Read(ReadOnlyMemory<byte> source, DocumentEncoding encoding)
    {
        var document = new Document();
        Read(source, encoding, document);
        return document;
    }
}
