namespace Conformance.Documents.Cbor;

/// <summary>What became of looking for the end of an item or key.</summary>
internal enum CborCutScan
{
    /// <summary>Its end was found.</summary>
    Whole,

    /// <summary>Its end was found, beyond the limit.</summary>
    TooLarge,

    /// <summary>It has no end that could be found.</summary>
    Broken,

    /// <summary>It has no end that could be found within the limit nor beyond.</summary>
    TooLargeAndBroken,
}
