namespace Conformance.Documents.Cbor;

/// <summary>Reads CBOR (RFC 8949) strictly and goes on after faults.</summary>
internal static class CborReader
{
    /// <summary>Fills a document from its source.</summary>
    public static void Read(Document document, int maxDepth) => throw new NotSupportedException();
}
