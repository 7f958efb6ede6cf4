using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file of a known item is there, but the manifest doesn't list the item.</summary>
internal sealed class OWN002 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN002);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Manifest is not { IsAssumed: false })
        {
            return;
        }

        foreach (Member member in archive.Members)
        {
            if (Ownership.IsUnowned(member) && KnownItem.OfPath(member.Path) is { } known)
            {
                sink.Report(Id, member, ("path", member.Path), ("item", known.Specifier));
            }
        }
    }
}
