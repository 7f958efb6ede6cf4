using Conformance.Documents;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The signing key's text begins with another word than <c>ed25519</c>.</summary>
internal sealed class COR007 : ICoreRule
{
    /// <inheritdoc />
    public string Id => nameof(COR007);

    /// <inheritdoc />
    public void Check(Node core, DocumentVisit visit)
    {
        Node key = core.Get("signing_key"u8);
        if (key.Kind == NodeKind.Text && SigningKeyLine.Check(key.Utf8) == SigningKeyFault.Algorithm)
        {
            visit.Report(Id, key);
        }
    }
}
