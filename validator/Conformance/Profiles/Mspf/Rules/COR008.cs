using Conformance.Documents;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The signing key's text is not of three words.</summary>
internal sealed class COR008 : ICoreRule
{
    /// <inheritdoc />
    public string Id => nameof(COR008);

    /// <inheritdoc />
    public void Check(Node core, DocumentVisit visit)
    {
        Node key = core.Get("signing_key"u8);
        if (key.Kind == NodeKind.Text && SigningKeyLine.Check(key.Utf8) == SigningKeyFault.Parts)
        {
            visit.Report(Id, key);
        }
    }
}
