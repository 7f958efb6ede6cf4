namespace Conformance.Documents.Json;

/// <summary>Reads JSON (RFC 8259) strictly and goes on after faults.</summary>
internal static class JsonReader
{
    /// <summary>Fills a document from its source.</summary>
    public static void Read(Document document, int maxDepth) => new JsonParser(document, maxDepth).Run();
}
