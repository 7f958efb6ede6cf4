using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A user has tags on a room that is not in <c>m.rooms</c>.</summary>
internal sealed class USR019 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR019);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        if (!visit.Archive.HasRooms)
        {
            return;
        }

        foreach ((Node room, Node tags) in user.Get("room_tags"u8).Members())
        {
            if (room.Kind == NodeKind.Text && visit.Archive.Rooms.Find(room.Utf8) is null)
            {
                visit.Report(Id, tags, ("room", Quoting.Safe(room.Utf8)), ("user", visit.KeyText));
            }
        }
    }
}
