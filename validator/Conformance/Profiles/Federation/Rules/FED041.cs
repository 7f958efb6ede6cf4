using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Published keys are signed by their server, with one of these keys.</summary>
internal sealed class FED041 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED041);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (Node answer in KeyAnswers.Of(visit))
        {
            Node signatures = answer.Get("signatures"u8);
            Node name = answer.Get("server_name"u8);
            Node keys = answer.Get("verify_keys"u8);
            if (signatures.Kind != NodeKind.Map || name.Kind != NodeKind.Text || keys.Kind != NodeKind.Map)
            {
                continue;
            }

            bool isSigned = false;
            foreach ((Node id, Node _) in signatures.Get(name.Utf8).Members())
            {
                isSigned |= id.Kind == NodeKind.Text && keys.Get(id.Utf8).Exists;
            }

            if (!isSigned)
            {
                visit.Report(Id, visit.Answer, signatures, ("server", name.AsString()));
            }
        }
    }
}
