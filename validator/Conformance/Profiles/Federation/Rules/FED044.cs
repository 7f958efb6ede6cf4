using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A key that is no longer used was given up in the past.</summary>
internal sealed class FED044 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED044);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (KeyAnswers.TimeOf(visit) is not { } now)
        {
            return;
        }

        foreach (Node answer in KeyAnswers.Of(visit))
        {
            foreach ((Node id, Node key) in answer.Get("old_verify_keys"u8).Members())
            {
                // Date has seconds only.
                Node expired = key.Get("expired_ts"u8);
                if (expired.Kind == NodeKind.Integer && (expired.Flags & NodeFlags.BigInteger) == 0 && expired.Int64Value >= now + 1000)
                {
                    visit.Report(Id, visit.Answer, expired, ("key", id.AsString()), ("expired", expired.Int64Value), ("date", now));
                }
            }
        }
    }
}
