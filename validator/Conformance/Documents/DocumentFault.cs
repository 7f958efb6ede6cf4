namespace Conformance.Documents;

/// <summary>Something a reader has to say about the bytes it read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where: bytes from the start of the member or file.</param>
/// <param name="Node">Index of the node it belongs to in its document, or -1 when it belongs to none.</param>
/// <param name="Detail">A figure that the kind's documentation explains (a count, a tag number, a byte), otherwise 0.</param>
/// <param name="Text">A name that the kind's documentation explains (a duplicate key), otherwise null.</param>
public readonly record struct DocumentFault(FaultKind Kind, long Offset, int Node = -1, long Detail = 0, string? Text = null);
