using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A tag's name is longer than 255 bytes.</summary>
internal sealed class USR028 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR028);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        foreach ((Node room, Node tags) in user.Get("room_tags"u8).Members())
        {
            foreach ((Node tag, Node content) in tags.Members())
            {
                if (tag.Kind == NodeKind.Text && tag.Utf8.Length > MaxBytes)
                {
                    visit.Report(Id, content, ("room", room.AsString()), ("bytes", tag.Utf8.Length), ("user", visit.KeyText));
                }
            }
        }
    }

    /// <summary>Matrix specification, Client-Server API, Room Tagging.</summary>
    private const int MaxBytes = 255;
}
