using Conformance.Documents;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The seed of the signing key is not 32 bytes in Base64.</summary>
internal sealed class COR011 : ICoreRule
{
    /// <inheritdoc />
    public string Id => nameof(COR011);

    /// <inheritdoc />
    public void Check(Node core, DocumentVisit visit)
    {
        Node key = core.Get("signing_key"u8);
        if (key.Kind == NodeKind.Text && SigningKeyLine.Check(key.Utf8) == SigningKeyFault.Seed)
        {
            visit.Report(Id, key);
        }
    }
}
