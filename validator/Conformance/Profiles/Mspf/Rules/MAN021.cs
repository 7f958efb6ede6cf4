using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A member comes before one that is needed to understand it.</summary>
internal sealed class MAN021 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN021);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        // Nothing can come before what isn't there at all, and its absence is the finding then.
        if (!archive.IsOrdered || !archive.KnowsAllMembers
            || archive.Find(Manifest.Path) is not { Ordinal: var manifest } || archive.Find(KnownItem.Core.Prefix) is not { Ordinal: var core })
        {
            return;
        }

        int rooms = archive.Find(KnownItem.Rooms.Prefix)?.Ordinal ?? 0;
        int keys = archive.Members.FirstOrDefault(member => member.Part == ItemPart.ServerKeys)?.Ordinal ?? 0;
        Member? first = null;
        long count = 0;
        foreach (Member member in archive.Members)
        {
            int needed = !member.IsFile ? 0 : KnownItem.OfPath(member.Path)?.Part switch
            {
                ItemPart.Core or ItemPart.EndToEnd => manifest,
                ItemPart.Rooms => Math.Max(manifest, core),
                ItemPart.Events => Math.Max(Math.Max(manifest, core), Math.Max(rooms, keys)),
                ItemPart.Users => Math.Max(manifest, Math.Max(core, rooms)),
                _ => 0,
            };
            if (needed > member.Ordinal)
            {
                first ??= member;
                count++;
            }
        }

        if (first is not null)
        {
            sink.Report(Id, first, ("path", first.Path), ("count", count));
        }
    }
}
