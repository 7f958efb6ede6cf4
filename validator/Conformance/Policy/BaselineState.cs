namespace Conformance.Policy;

/// <summary>How a finding compares with an earlier report.</summary>
public enum BaselineState
{
    /// <summary>The earlier report doesn't have it.</summary>
    New,

    /// <summary>The earlier report has it too.</summary>
    Unchanged,

    /// <summary>Only the earlier report has it.</summary>
    Fixed,
}
