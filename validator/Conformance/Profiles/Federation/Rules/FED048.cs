using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The signature of a notary is good.</summary>
internal sealed class FED048 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED048);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("keys/query") || visit.Exchange.Destination is not { } notary)
        {
            return;
        }

        byte[] server = System.Text.Encoding.UTF8.GetBytes(notary);
        foreach (Node answer in KeyAnswers.Of(visit))
        {
            // Of its own keys a notary hands out its own signature, which FED042 is about.
            foreach ((Node id, Node signature) in answer.Get("server_name"u8).TextEquals(server) ? default : answer.Get("signatures"u8).Get(server).Members())
            {
                if (id.Kind == NodeKind.Text && visit.Options.Keys.Find(server, id.Utf8) is { } known
                    && ObjectSignature.IsGood(answer, known.Key, signature, visit.Options.Ed25519) == false)
                {
                    visit.Report(Id, visit.Answer, signature, ("server", answer.Get("server_name"u8).AsString()), ("notary", notary), ("key", id.AsString()));
                }
            }
        }
    }
}
