using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An item has no version.</summary>
internal sealed class MAN012 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN012);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        foreach ((Node key, Node item) in root.Get("items"u8).Members())
        {
            if (item.Kind == NodeKind.Map && !item.Get("v"u8).Exists)
            {
                visit.Report(Id, item, ("name", key.AsString()));
            }
        }
    }
}
