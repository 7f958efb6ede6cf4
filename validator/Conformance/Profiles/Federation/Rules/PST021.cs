namespace Conformance.Profiles.Federation.Rules;

/// <summary>A server answers in its own name.</summary>
internal sealed class PST021 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST021);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Is("send_join") && visit.Exchange.Destination is { } asked && visit.Answer.Map.Get("origin"u8) is { Exists: true } origin
            && origin.AsString() is { } name && !string.Equals(name, asked, StringComparison.OrdinalIgnoreCase))
        {
            visit.Report(Id, visit.Answer, origin, ("origin", name), ("asked", asked));
        }
    }
}
