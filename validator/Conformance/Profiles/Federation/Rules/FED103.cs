namespace Conformance.Profiles.Federation.Rules;

/// <summary>A policy server isn't asked about the policy.</summary>
internal sealed class FED103 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED103);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Asks("policy/sign") && visit.Request is { IsReadable: true } request && request.Root.Get("type"u8).TextEquals("m.room.policy"u8)
            && request.Root.Get("state_key"u8).TextEquals(""u8))
        {
            visit.Report(Id, request, request.Root);
        }
    }
}
