using System.Diagnostics.CodeAnalysis;
using Conformance.Policy;

namespace Conformance.Validation;

/// <summary>What came of checking an input: a report, or the reason why the input can't be read at all.</summary>
public sealed record ValidationOutcome
{
    private ValidationOutcome()
    {
    }

    /// <summary>The report; null when the input can't be read.</summary>
    public ValidationReport? Report { get; private init; }

    /// <summary>Why the input can't be read and what to do, in one line; null when there is a report.</summary>
    public string? Problem { get; private init; }

    /// <summary>Whether there is a report.</summary>
    [MemberNotNullWhen(true, nameof(Report))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool HasReport => Report is not null;

    /// <summary>An input that was read.</summary>
    /// <param name="report">Its report.</param>
    /// <returns>The outcome.</returns>
    public static ValidationOutcome Of(ValidationReport report) => new() { Report = report };

    /// <summary>An input that can't be read.</summary>
    /// <param name="problem">Why, and what to do.</param>
    /// <returns>The outcome.</returns>
    public static ValidationOutcome Unreadable(string problem) => new() { Problem = problem };
}
