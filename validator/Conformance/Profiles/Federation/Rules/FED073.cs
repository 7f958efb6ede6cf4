using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Published keys are valid for an hour at least.</summary>
internal sealed class FED073 : IFederationRule
{
    private const long Hour = 3_600_000;

    /// <inheritdoc />
    public string Id => nameof(FED073);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node until = visit.Answer.Map.Get("valid_until_ts"u8);
        if (visit.Is("keys/server") && KeyAnswers.TimeOf(visit) is { } now && until.Kind == NodeKind.Integer && (until.Flags & NodeFlags.BigInteger) == 0
            && until.Int64Value >= now && until.Int64Value < now + Hour)
        {
            visit.Report(Id, visit.Answer, until, ("until", until.Int64Value), ("date", now));
        }
    }
}
