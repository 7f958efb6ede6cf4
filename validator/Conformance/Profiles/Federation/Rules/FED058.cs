using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The ID of a cross-signing key is the key.</summary>
internal sealed class FED058 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED058);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (CrossSigningKey key in CrossSigningKey.Of(visit))
        {
            Node keys = key.Key.Get("keys"u8);
            if (keys.Kind == NodeKind.Map && keys.Count > 0 && (key.Public is not var (id, text) || id.Split(':', 2) is not [_, var named] || named != text))
            {
                visit.Report(Id, visit.Answer, keys, ("user", key.User));
            }
        }
    }
}
