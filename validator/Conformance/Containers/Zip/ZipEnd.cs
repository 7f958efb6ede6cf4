namespace Conformance.Containers.Zip;

/// <summary>What the end of a ZIP archive says (APPNOTE.TXT 4.3.14 to 4.3.16).</summary>
/// <param name="DirectoryOffset">Where the central directory really begins, in bytes.</param>
/// <param name="DirectoryBytes">Its length.</param>
/// <param name="Shift">What must be added to stored offsets: bytes put before the archive without changing it.</param>
/// <param name="Entries">How many entries it claims.</param>
/// <param name="CountBits">The width of that number: more entries wrap around.</param>
/// <param name="SeveralDisks">Whether the archive is one part of several.</param>
/// <param name="CommentBytes">Length of the archive's comment.</param>
/// <param name="BytesAfter">Bytes that come after the end.</param>
/// <param name="TwoEnds">Whether another reader could take another place for the end.</param>
internal sealed record ZipEnd(
    long DirectoryOffset,
    long DirectoryBytes,
    long Shift,
    ulong Entries,
    int CountBits,
    bool SeveralDisks,
    int CommentBytes,
    long BytesAfter,
    bool TwoEnds);
