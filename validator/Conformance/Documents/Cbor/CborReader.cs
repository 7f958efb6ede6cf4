namespace Conformance.Documents.Cbor;

/// <summary>
/// Reads CBOR (RFC 8949) strictly and goes on after faults. After reserved additional information, a break or an indefinite
/// length where none can stand, and a chunk that is no string, nobody can tell where the next item starts: reading ends there
/// and what was read stays, its containers flagged <see cref="NodeFlags.Incomplete"/>.
/// </summary>
internal static class CborReader
{
    /// <summary>Magnitudes of bignums that are read as integers, in bytes; a longer one stays a byte string.</summary>
    public const int MaxBignum = 1024;

    /// <summary>Fills a document from its source.</summary>
    public static void Read(Document document, int maxDepth) => new CborWalk(document, maxDepth).Run();
}
