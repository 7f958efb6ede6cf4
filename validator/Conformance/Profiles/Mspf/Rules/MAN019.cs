using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The manifest has a member that the text doesn't define.</summary>
internal sealed class MAN019 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN019);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        foreach ((Node key, Node value) in root.Members())
        {
            if (!key.TextEquals("version"u8) && !key.TextEquals("items"u8))
            {
                visit.Report(Id, value, ("name", key.AsString()));
            }
        }
    }
}
