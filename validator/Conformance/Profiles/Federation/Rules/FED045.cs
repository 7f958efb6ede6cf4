using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A key ID stands for one key.</summary>
internal sealed class FED045 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED045);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (Node answer in KeyAnswers.Of(visit))
        {
            foreach ((Node id, Node old) in answer.Get("old_verify_keys"u8).Members())
            {
                Node current = id.Kind == NodeKind.Text ? answer.Get("verify_keys"u8).Get(id.Utf8).Get("key"u8) : default;
                if (current.AsString() is { } now && old.Get("key"u8).AsString() is { } before && now != before)
                {
                    visit.Report(Id, visit.Answer, old, ("key", id.AsString()));
                }
            }
        }
    }
}
