using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file lies where a known item's files are, and the item has no such file.</summary>
internal sealed class OWN006 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN006);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Manifest is not { IsAssumed: false })
        {
            return;
        }

        foreach (Member member in archive.Members)
        {
            if (member.IsFile && member.Owner?.Known is { } known && !known.Matches(member.Path) && !Ownership.IsLeftover(member.Path) && !Ownership.IsInSplitMatrix(member.Path)
                && KnownItem.OfPath(member.Path, StringComparison.OrdinalIgnoreCase) is null)
            {
                sink.Report(Id, member, ("path", member.Path), ("item", known.Specifier), ("pattern", known.Pattern));
            }
        }
    }
}
