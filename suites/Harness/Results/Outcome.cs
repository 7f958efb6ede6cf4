namespace Conformance.Suites.Harness.Results;

/// <summary>What came of a scenario. Of several outcomes the greatest counts.</summary>
public enum Outcome
{
    /// <summary>The scenario is switched off.</summary>
    Disabled,

    /// <summary>Something that it needs isn't there.</summary>
    Skip,

    /// <summary>The target does what is required.</summary>
    Pass,

    /// <summary>The target does otherwise.</summary>
    Fail,

    /// <summary>The harness or the machine is at fault; nothing is said of the target.</summary>
    Error,
}
