namespace Conformance.Documents.Cutting;

/// <summary>What became of looking for the end of a value or key.</summary>
internal enum CutScan : byte
{
    /// <summary>Its end was found, and all of it is in the window.</summary>
    Whole,

    /// <summary>It is larger than the limit; it was passed over to its end.</summary>
    TooLarge,

    /// <summary>It has no end that could be found; what there is of it is in the window.</summary>
    Broken,

    /// <summary>It is larger than the limit, and has no end that could be found.</summary>
    TooLargeAndBroken,
}
