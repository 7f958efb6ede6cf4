namespace Conformance.Documents.Cbor;

/// <summary>How far <see cref="CborSkipper"/> came.</summary>
internal enum CborSkip
{
    /// <summary>The item has ended.</summary>
    Done,

    /// <summary>The item goes on after the bytes that are there.</summary>
    MoreInput,

    /// <summary>Nobody can tell where the item ends.</summary>
    IllFormed,
}
