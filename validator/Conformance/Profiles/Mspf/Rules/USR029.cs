using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A user of the server's own joined a room, and <c>m.users</c> has no record of the user.</summary>
internal sealed class USR029 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(USR029);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (!archive.HasUsers || !archive.IsWhole(ItemPart.Users) || archive.Users.Dropped > 0)
        {
            return;
        }

        foreach (JoinedUser user in archive.Rooms.Joined)
        {
            if (!archive.Users.Contains(user.UserId))
            {
                sink.Report(Id, user.Location, user.MemberOrdinal, ("user", Quoting.Safe(user.UserId)));
            }
        }
    }
}
