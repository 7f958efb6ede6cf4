using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A device has an empty ID.</summary>
internal sealed class USR025 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR025);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        foreach ((Node device, Node details) in user.Get("devices"u8).Members())
        {
            if (device.Kind == NodeKind.Text && device.Utf8.IsEmpty)
            {
                visit.Report(Id, details, ("user", visit.KeyText));
            }
        }
    }
}
