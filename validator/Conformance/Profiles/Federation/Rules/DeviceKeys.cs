using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Keys of a device in an answer.</summary>
/// <param name="User">The user under whom they stand.</param>
/// <param name="Device">The device under which they stand.</param>
/// <param name="Keys">The keys.</param>
internal readonly record struct DeviceKeys(string User, string Device, Node Keys)
{
    /// <summary>All of an answer.</summary>
    public static List<DeviceKeys> Of(FederationVisit visit)
    {
        var all = new List<DeviceKeys>();
        Node map = visit.Answer.Map;
        if (visit.Is("user/devices") && map.Get("user_id"u8).AsString() is { } owner)
        {
            foreach (Node device in map.Get("devices"u8).Elements())
            {
                if (device.Get("device_id"u8).AsString() is { } id)
                {
                    all.Add(new DeviceKeys(owner, id, device.Get("keys"u8)));
                }
            }
        }

        foreach ((Node user, Node devices) in visit.Is("user/keys/query") ? map.Get("device_keys"u8).Members() : default(Node).Members())
        {
            foreach ((Node device, Node keys) in devices.Members())
            {
                if (user.AsString() is { } name && device.AsString() is { } id)
                {
                    all.Add(new DeviceKeys(name, id, keys));
                }
            }
        }

        return all;
    }
}
