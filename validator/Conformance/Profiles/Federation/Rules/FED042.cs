using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Signatures of published keys are good.</summary>
internal sealed class FED042 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED042);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (Node answer in KeyAnswers.Of(visit))
        {
            Node name = answer.Get("server_name"u8);
            foreach ((Node id, Node signature) in name.Kind == NodeKind.Text ? answer.Get("signatures"u8).Get(name.Utf8).Members() : default(Node).Members())
            {
                Node key = id.Kind == NodeKind.Text ? answer.Get("verify_keys"u8).Get(id.Utf8).Get("key"u8) : default;
                if (key.Exists && ObjectSignature.IsGood(answer, key, signature, visit.Options.Ed25519) == false)
                {
                    visit.Report(Id, visit.Answer, signature, ("server", name.AsString()), ("key", id.AsString()));
                }
            }
        }
    }
}
