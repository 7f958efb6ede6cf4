using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An item has the unstable prefix of a proposal.</summary>
internal sealed class MAN017 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN017);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        foreach (ManifestItem item in manifest?.Items ?? [])
        {
            if (Specifier.ProposalOf(item.Specifier) is { } proposal)
            {
                visit.Sink.Report(Id, item.Location, visit.MemberOrdinal, ("item", item.Specifier), ("proposal", proposal));
            }
        }
    }
}
