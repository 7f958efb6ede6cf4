namespace Conformance.Findings;

/// <summary>How much a finding weighs. Ordered.</summary>
public enum Severity
{
    /// <summary>Not reported.</summary>
    Off,

    /// <summary>Worth knowing; no fault.</summary>
    Info,

    /// <summary>Against a recommendation, or a risk for some importers.</summary>
    Warning,

    /// <summary>Against a requirement.</summary>
    Error,
}
