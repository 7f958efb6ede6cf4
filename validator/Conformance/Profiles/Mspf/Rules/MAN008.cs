using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The manifest claims the version of a format that is not in the specification yet.</summary>
internal sealed class MAN008 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN008);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        Node version = root.Get("version"u8);
        if (version.Kind == NodeKind.Integer && (version.Flags & NodeFlags.BigInteger) == 0 && version.Int64Value == 1)
        {
            visit.Report(Id, version);
        }
    }
}
