using System.Text;
using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A one-time key, or fallback key, in an answer to a claim.</summary>
/// <param name="User">The user.</param>
/// <param name="Device">The device.</param>
/// <param name="Name">Algorithm and key ID.</param>
/// <param name="Value">The key: an object, or for algorithms that sign nothing a text.</param>
internal readonly record struct ClaimedKey(string User, string Device, string Name, Node Value)
{
    /// <summary>Its algorithm.</summary>
    public string Algorithm => Name.Split(':', 2)[0];

    /// <summary>Whether it may be handed out more than once.</summary>
    public bool IsFallback => Value.Get("fallback"u8).Kind == NodeKind.True;

    /// <summary>The signature by the device's own key; no node when there is none.</summary>
    public Node Signature => Value.Get("signatures"u8).Get(Encoding.UTF8.GetBytes(User)).Get(Encoding.UTF8.GetBytes("ed25519:" + Device));

    /// <summary>All of an answer.</summary>
    public static List<ClaimedKey> Of(FederationVisit visit)
    {
        var all = new List<ClaimedKey>();
        foreach ((Node user, Node devices) in visit.Is("user/keys/claim") ? visit.Answer.Map.Get("one_time_keys"u8).Members() : default(Node).Members())
        {
            foreach ((Node device, Node keys) in devices.Members())
            {
                foreach ((Node name, Node value) in keys.Members())
                {
                    if (user.AsString() is { } owner && device.AsString() is { } id && name.AsString() is { } text)
                    {
                        all.Add(new ClaimedKey(owner, id, text, value));
                    }
                }
            }
        }

        return all;
    }
}
