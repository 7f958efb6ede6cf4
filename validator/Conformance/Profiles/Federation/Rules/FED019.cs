using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>An invite comes back with the signature of the invited user's server.</summary>
internal sealed class FED019 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED019);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.IsAnyOf("invite", "invite/v1") || visit.Answer.Map.Get("event"u8) is not { Kind: NodeKind.Map } back
            || back.Get("state_key"u8).AsString() is not { } user || ServerNames.Of(user) is not { } server)
        {
            return;
        }

        if (back.Get("signatures"u8).Get(System.Text.Encoding.UTF8.GetBytes(server)).Count == 0)
        {
            visit.Report(Id, visit.Answer, back, ("server", server), ("user", user));
        }
    }
}
