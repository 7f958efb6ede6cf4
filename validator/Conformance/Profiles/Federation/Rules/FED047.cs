using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A notary answers for the servers that it was asked about.</summary>
internal sealed class FED047 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED047);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("keys/query") || !visit.Exchange.HasRequest)
        {
            return;
        }

        Node servers = visit.Request is { IsReadable: true } request ? request.Map.Get("server_keys"u8) : default;
        bool isNamed = visit.Exchange.Values.TryGetValue("serverName", out string? named);
        foreach (Node answer in isNamed || servers.Kind == NodeKind.Map ? KeyAnswers.Of(visit) : [])
        {
            Node name = answer.Get("server_name"u8);
            if (name.Kind == NodeKind.Text && !(isNamed ? name.AsString() == named : servers.Get(name.Utf8).Exists))
            {
                visit.Report(Id, visit.Answer, name, ("server", name.AsString()));
            }
        }
    }
}
