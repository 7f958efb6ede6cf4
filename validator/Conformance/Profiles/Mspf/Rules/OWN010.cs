using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file that an operating system or a program leaves behind.</summary>
internal sealed class OWN010 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN010);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Manifest is not { IsAssumed: false })
        {
            return;
        }

        foreach (Member member in archive.Members)
        {
            if (member.IsFile && Ownership.IsLeftover(member.Path) && (member.Owner?.Known is not null || Ownership.IsUnowned(member)))
            {
                sink.Report(Id, member, ("path", member.Path));
            }
        }
    }
}
