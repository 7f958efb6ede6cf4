using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Published keys are valid when they are published.</summary>
internal sealed class FED043 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED043);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (KeyAnswers.TimeOf(visit) is not { } now || !visit.Is("keys/server"))
        {
            return;
        }

        Node until = visit.Answer.Map.Get("valid_until_ts"u8);
        if (until.Kind == NodeKind.Integer && (until.Flags & NodeFlags.BigInteger) == 0 && until.Int64Value < now)
        {
            visit.Report(Id, visit.Answer, until, ("until", until.Int64Value), ("date", now));
        }
    }
}
