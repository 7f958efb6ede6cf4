using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A device has a member that the text doesn't define.</summary>
internal sealed class USR027 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR027);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        foreach ((_, Node device) in user.Get("devices"u8).Members())
        {
            foreach ((Node key, Node value) in device.Members())
            {
                if (!key.TextEquals("display_name"u8) && !key.TextEquals("hidden"u8))
                {
                    visit.ReportAround(Id, value, device, ("name", visit.NameOf(key)), ("user", visit.KeyText));
                }
            }
        }
    }
}
