namespace Conformance.Profiles.Federation.Rules;

/// <summary>A key of a signed algorithm is signed by its device.</summary>
internal sealed class FED068 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED068);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (ClaimedKey key in ClaimedKey.Of(visit))
        {
            if (key.Algorithm.StartsWith("signed_", StringComparison.Ordinal) && !key.Signature.Exists)
            {
                visit.Report(Id, visit.Answer, key.Value, ("key", key.Name), ("user", key.User), ("device", key.Device));
            }
        }
    }
}
