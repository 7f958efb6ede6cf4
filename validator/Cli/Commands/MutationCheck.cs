using System.Collections.Immutable;
using Conformance.Findings;
using Conformance.Generator.Mutations;
using Conformance.Generator.Mutations.Output;
using Conformance.Policy;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary>Lets our own validator judge mutations: whether it names the rule, at the place, and no other error.</summary>
/// <param name="options">How to check.</param>
/// <param name="federation">What the user says of a federation answer; null for an archive.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class MutationCheck(ValidationOptions options, FederationRequest? federation, CancellationToken cancellation)
{
    /// <summary>With as many findings as can be: the one that is wanted must not be among those that are only counted.</summary>
    private readonly ValidationOptions _options = options with
    {
        Policy = options.Policy with { Limits = Limits.Of(new Dictionary<string, long> { ["findings"] = 100_000 }) },
    };

    private readonly HashSet<(string Rule, Location Location, string Message)> _before = [];

    /// <summary>Checks the input, whose findings don't count later.</summary>
    /// <returns>The report, or why it can't be read.</returns>
    public ValidationOutcome CheckInput(string path)
    {
        ValidationOutcome outcome = Run(path);
        if (outcome.HasReport)
        {
            _before.UnionWith(outcome.Report.Findings.Select(Key));
        }

        return outcome;
    }

    /// <summary>Checks a mutation.</summary>
    /// <param name="path">The output.</param>
    /// <param name="rule">The rule that must name it.</param>
    /// <param name="result">Where, and what else may be reported.</param>
    public MutationCheckResult Check(string path, string rule, MutationResult result)
    {
        ValidationOutcome outcome = Run(path);
        if (!outcome.HasReport)
        {
            return new MutationCheckResult(false, "unreadable", [outcome.Problem]);
        }

        ImmutableArray<AssessedFinding> found = outcome.Report.Findings;
        bool named = found.Any(finding => finding.Rule.Id == rule && Fits(finding.Location, result.Where) && !_before.Contains(Key(finding)));
        ImmutableArray<string> unexpected =
        [
            .. found.Where(finding => finding.Severity == Severity.Error && finding.Rule.Id != rule && !result.Implied.Contains(finding.Rule.Id))
                .Select(finding => $"{finding.Rule.Id} {finding.Location.Member} {finding.Location.Pointer}: {finding.Message}"),
        ];
        return new MutationCheckResult(named, outcome.Report.Verdict.ToString().ToLowerInvariant(), unexpected);
    }

    private ValidationOutcome Run(string path) =>
        federation is not null ? FederationRun.Run(path, federation, _options, cancellation) : Validator.Run(path, _options, cancellation);

    private static (string Rule, Location Location, string Message) Key(AssessedFinding finding) => (finding.Rule.Id, finding.Location, finding.Message);

    private static bool Fits(Location found, Place wanted) =>
        (wanted.Member is null || wanted.Member == found.Member)
        && (wanted.Offset is null || wanted.Offset == found.Offset)
        && (wanted.Pointer is null || wanted.Pointer == found.Pointer)
        && (wanted.Room is null || wanted.Room == found.Room)
        && (wanted.Event is null || wanted.Event == found.Event);
}
