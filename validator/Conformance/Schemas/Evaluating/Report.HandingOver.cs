using Conformance.Findings;

namespace Conformance.Schemas.Evaluating;

/// <content>What the caller gets.</content>
internal sealed partial class Report
{
    public void HandOver(ISchemaViolationHandler handler)
    {
        foreach (PendingViolation violation in _violations)
        {
            handler.OnViolation(Finish(violation));
        }

        foreach (PendingViolation violation in _undetermined)
        {
            handler.OnViolation(Finish(violation));
        }
    }

    private SchemaViolation Finish(PendingViolation violation)
    {
        (bool secret, bool inside) = _secrets.Find(violation.Node);
        secret |= violation.InSecret;
        string keyword = violation.KeywordName ?? violation.Keyword.Name;
        return new SchemaViolation
        {
            Instance = violation.Node,
            Keyword = keyword,
            Kind = violation.Kind,
            SchemaLocation = keyword.Length == 0
                ? violation.Keyword.Owner.Location
                : $"{violation.Keyword.Owner.Location}/{Words.EscapeFragment(keyword)}",
            EvaluationPath = violation.EvaluationPath,
            Rule = violation.Rule,
            Name = violation.Name is not null ? Quoting.Safe(violation.Name) : inside ? "«redacted»" : Quoting.Safe(Words.NameOf(violation.Node)),
            Expected = Quoting.Safe(violation.Expected ?? violation.Keyword.Expected),
            Actual = violation.Actual ?? Words.Describe(violation.Node, secret),
            Parent = violation.Parent,
        };
    }
}
