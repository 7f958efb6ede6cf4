using Conformance.Documents;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The version of the signing key has characters that key IDs don't have.</summary>
internal sealed class COR010 : ICoreRule
{
    /// <inheritdoc />
    public string Id => nameof(COR010);

    /// <inheritdoc />
    public void Check(Node core, DocumentVisit visit)
    {
        Node key = core.Get("signing_key"u8);
        if (key.Kind == NodeKind.Text && SigningKeyLine.Check(key.Utf8) == SigningKeyFault.Version)
        {
            visit.Report(Id, key);
        }
    }
}
