using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A server answers for its own users only.</summary>
internal sealed class FED052 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED052);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node sub = visit.Answer.Map.Get("sub"u8);
        if (visit.Is("openid/userinfo") && visit.Exchange.Destination is { } server && sub.AsString() is { } user && user.IndexOf(':', StringComparison.Ordinal) is >= 0 and int colon
            && user[(colon + 1)..] != server)
        {
            visit.Report(Id, visit.Answer, sub, ("user", user), ("server", server));
        }
    }
}
