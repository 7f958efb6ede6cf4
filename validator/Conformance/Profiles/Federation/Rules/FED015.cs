using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A join that the answering server authorises comes back with its signature.</summary>
internal sealed class FED015 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED015);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.IsAnyOf("send_join", "send_join/v1") || visit.Request is not { IsReadable: true } request || !visit.Answer.IsReadable)
        {
            return;
        }

        Node user = request.Root.Get("content"u8).Get("join_authorised_via_users_server"u8);
        if (user.Kind == NodeKind.Text && visit.Answer.Map.Get("event"u8).Kind is NodeKind.None or NodeKind.Null)
        {
            visit.Report(Id, ("user", user.AsString()));
        }
    }
}
