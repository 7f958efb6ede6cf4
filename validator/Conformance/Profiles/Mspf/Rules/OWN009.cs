using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file has the name of a known item's file but for upper and lower case.</summary>
internal sealed class OWN009 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN009);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Manifest is not { IsAssumed: false })
        {
            return;
        }

        foreach (Member member in archive.Members)
        {
            if (member.IsFile && KnownItem.OfPath(member.Path) is null
                && KnownItem.OfPath(member.Path, StringComparison.OrdinalIgnoreCase) is { } known)
            {
                sink.Report(Id, member, ("path", member.Path), ("pattern", known.Pattern));
            }
        }
    }
}
