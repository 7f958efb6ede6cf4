using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Keys of a device name the user and the device under which they stand.</summary>
internal sealed class FED054 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED054);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach (DeviceKeys found in DeviceKeys.Of(visit))
        {
            foreach ((string name, string expected) in ((string, string)[])[("user_id", found.User), ("device_id", found.Device)])
            {
                Node value = found.Keys.Get(System.Text.Encoding.UTF8.GetBytes(name));
                if (value.AsString() is { } text && text != expected)
                {
                    visit.Report(Id, visit.Answer, value, ("name", name), ("found", text), ("expected", expected));
                }
            }
        }
    }
}
