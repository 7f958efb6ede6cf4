using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The manifest lists no item that holds one of the four things a server consists of.</summary>
internal sealed class MAN020 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN020);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        if (manifest is null)
        {
            return;
        }

        Node items = root.Get("items"u8);
        foreach (KnownItem known in (ReadOnlySpan<KnownItem>)[KnownItem.Core, KnownItem.Rooms, KnownItem.Events, KnownItem.Users])
        {
            if (manifest.Find(known.Specifier) is null)
            {
                visit.Report(Id, items, ("item", known.Specifier));
            }
        }
    }
}
