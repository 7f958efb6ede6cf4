namespace Conformance.Documents.Cutting;

/// <summary>What became of the cutting of one file.</summary>
/// <param name="Length">Bytes read from the stream.</param>
/// <param name="Items">Items delivered.</param>
/// <param name="Complete">False when a fault made it impossible to find the rest of the items; everything before was delivered.</param>
/// <param name="StoppedAt">Where reading as items stopped, when it is not complete.</param>
internal readonly record struct CutResult(long Length, long Items, bool Complete, long StoppedAt = -1);
