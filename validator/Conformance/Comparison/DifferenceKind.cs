namespace Conformance.Comparison;

/// <summary>How the second archive differs from the first.</summary>
internal enum DifferenceKind
{
    /// <summary>Only the first has it.</summary>
    Lost,

    /// <summary>Both have it, and say different things.</summary>
    Changed,

    /// <summary>Only the second has it.</summary>
    Invented,
}
