using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file belongs to no item of the manifest.</summary>
internal sealed class OWN001 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN001);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Manifest is not { IsAssumed: false })
        {
            return;
        }

        foreach (Member member in archive.Members)
        {
            if (Ownership.IsUnowned(member) && !Ownership.IsLeftover(member.Path) && !Ownership.IsInSplitMatrix(member.Path)
                && KnownItem.OfPath(member.Path, StringComparison.OrdinalIgnoreCase) is null)
            {
                sink.Report(Id, member, ("path", member.Path));
            }
        }
    }
}
