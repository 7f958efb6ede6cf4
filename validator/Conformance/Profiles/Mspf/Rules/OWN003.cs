using Conformance.Containers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The prefix <c>m.</c> is split into a directory.</summary>
internal sealed class OWN003 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN003);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        foreach (Member member in archive.Members)
        {
            if (Ownership.IsInSplitMatrix(member.Path) || (member.Path == "m" && member.Kind == ContainerEntryKind.Directory))
            {
                sink.Report(Id, member, ("path", member.Path));
                return;
            }
        }
    }
}
