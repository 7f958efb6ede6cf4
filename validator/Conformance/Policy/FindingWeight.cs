using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>What a finding counts for.</summary>
internal static class FindingWeight
{
    /// <summary>Whether a severity fails a run.</summary>
    public static bool Fails(this Severity severity, FailOn failOn) => failOn switch
    {
        FailOn.Error => severity >= Severity.Error,
        FailOn.Warning => severity >= Severity.Warning,
        _ => false,
    };

    /// <summary>Whether a finding stands for something that is there, is not accepted and was not known before.</summary>
    public static bool Counts(this AssessedFinding finding) =>
        finding.SuppressedBecause is null && (finding.Baseline is null or BaselineState.New);

    /// <summary>Whether a finding makes its run invalid.</summary>
    public static bool Fails(this AssessedFinding finding, FailOn failOn) => finding.Counts() && finding.Severity.Fails(failOn);
}
