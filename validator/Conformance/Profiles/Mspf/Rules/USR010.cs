using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A user's details lack a member.</summary>
internal sealed class USR010 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR010);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        if (user.Kind != NodeKind.Map)
        {
            return;
        }

        if (!user.Get("created_at"u8).Exists)
        {
            visit.Report(Id, user, ("name", "created_at"), ("user", visit.KeyText));
        }

        if (!user.Get("room_tags"u8).Exists)
        {
            visit.Report(Id, user, ("name", "room_tags"), ("user", visit.KeyText));
        }

        if (!user.Get("devices"u8).Exists)
        {
            visit.Report(Id, user, ("name", "devices"), ("user", visit.KeyText));
        }
    }
}
