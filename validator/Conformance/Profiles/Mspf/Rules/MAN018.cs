using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An item of somebody else's, which importers may leave out.</summary>
internal sealed class MAN018 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN018);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        foreach (ManifestItem item in manifest?.Items ?? [])
        {
            if (!item.IsMatrix && Specifier.IsValid(item.Specifier) && Specifier.ProposalOf(item.Specifier) is null)
            {
                visit.Sink.Report(Id, item.Location, visit.MemberOrdinal, ("item", item.Specifier));
            }
        }
    }
}
