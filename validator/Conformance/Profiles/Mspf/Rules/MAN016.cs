using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An item claims the space of the Matrix specification, which has no such item.</summary>
internal sealed class MAN016 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN016);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        foreach (ManifestItem item in manifest?.Items ?? [])
        {
            if (item.IsMatrix && item.Known is null && Specifier.IsValid(item.Specifier))
            {
                visit.Sink.Report(Id, item.Location, visit.MemberOrdinal, ("item", item.Specifier));
            }
        }
    }
}
