namespace Conformance.Documents.Json;

/// <summary>How the search for the end of a value came out.</summary>
internal enum JsonCutScan : byte
{
    /// <summary>All of it is in the window.</summary>
    Whole,

    /// <summary>It is larger than the limit; it was passed over.</summary>
    TooLarge,

    /// <summary>The same, and the input ended before it did.</summary>
    TooLargeAndBroken,

    /// <summary>The input ends inside; what there is of it is in the window.</summary>
    Broken,
}
