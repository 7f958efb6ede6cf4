namespace Conformance.Policy;

/// <summary>The lowest severity that makes a run invalid.</summary>
public enum FailOn
{
    /// <summary>Errors only.</summary>
    Error,

    /// <summary>Errors and warnings.</summary>
    Warning,

    /// <summary>No finding; something decisive that was not checked still leaves the verdict undetermined.</summary>
    Never,
}
