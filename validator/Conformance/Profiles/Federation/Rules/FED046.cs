using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A notary signs the keys that it hands on.</summary>
internal sealed class FED046 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED046);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("keys/query") || visit.Exchange.Destination is not { } notary)
        {
            return;
        }

        foreach (Node answer in KeyAnswers.Of(visit))
        {
            Node signatures = answer.Get("signatures"u8);
            if (signatures.Kind == NodeKind.Map && signatures.Get(System.Text.Encoding.UTF8.GetBytes(notary)).Count == 0)
            {
                visit.Report(Id, visit.Answer, signatures, ("server", answer.Get("server_name"u8).AsString()), ("notary", notary));
            }
        }
    }
}
