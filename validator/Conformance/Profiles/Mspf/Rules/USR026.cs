using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A user's details have a member that the text doesn't define.</summary>
internal sealed class USR026 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR026);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        foreach ((Node key, Node value) in user.Members())
        {
            if (!key.TextEquals("password_hash"u8) && !key.TextEquals("created_at"u8) && !key.TextEquals("room_tags"u8) && !key.TextEquals("devices"u8))
            {
                visit.ReportAround(Id, value, user, ("name", visit.NameOf(key)), ("user", visit.KeyText));
            }
        }
    }
}
