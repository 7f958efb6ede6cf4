namespace Conformance.Containers.Compression;

/// <summary>How a step of inflating ended.</summary>
internal enum InflateStatus
{
    /// <summary>More input or more room is needed.</summary>
    Going,

    /// <summary>The compressed data has come to its end.</summary>
    Ended,

    /// <summary>The data can't be inflated.</summary>
    Damaged,
}
