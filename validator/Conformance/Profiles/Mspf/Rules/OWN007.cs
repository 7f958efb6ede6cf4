using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Two files of one item differ only in where the item's name is split into directories.</summary>
internal sealed class OWN007 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN007);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        var seen = new Dictionary<string, Member>(StringComparer.Ordinal);
        foreach (Member member in archive.Members)
        {
            if (member.IsFile && member.Owner is { Known: null } owner)
            {
                string key = Ownership.NameWithin(owner, member.Path);
                if (!seen.TryAdd(key, member))
                {
                    sink.Report(Id, member, ("path", member.Path), ("other", seen[key].Path), ("item", owner.Specifier));
                }
            }
        }
    }
}
