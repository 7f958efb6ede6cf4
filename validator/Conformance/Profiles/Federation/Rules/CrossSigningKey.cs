using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A key by which a user vouches for devices, in an answer.</summary>
/// <param name="User">The user under whom it stands.</param>
/// <param name="IsMaster">Whether it stands as the master key, or as the self-signing key.</param>
/// <param name="Key">The key object.</param>
internal readonly record struct CrossSigningKey(string User, bool IsMaster, Node Key)
{
    /// <summary>ID and public key of the one key that the object has; null when it has none, or several.</summary>
    public (string Id, string PublicKey)? Public
    {
        get
        {
            (string Id, string PublicKey)? only = null;
            foreach ((Node id, Node value) in Key.Get("keys"u8).Members())
            {
                if (only is not null)
                {
                    return null;
                }

                only = (id.AsString() ?? "", value.AsString() ?? "");
            }

            return only;
        }
    }

    /// <summary>All of an answer.</summary>
    public static List<CrossSigningKey> Of(FederationVisit visit)
    {
        var all = new List<CrossSigningKey>();
        Node map = visit.Answer.Map;
        if (visit.Is("user/devices") && map.Get("user_id"u8).AsString() is { } owner)
        {
            Add(all, owner, isMaster: true, map.Get("master_key"u8));
            Add(all, owner, isMaster: false, map.Get("self_signing_key"u8));
        }
        else if (visit.Is("user/keys/query"))
        {
            foreach ((Node user, Node key) in map.Get("master_keys"u8).Members())
            {
                Add(all, user.AsString() ?? "", isMaster: true, key);
            }

            foreach ((Node user, Node key) in map.Get("self_signing_keys"u8).Members())
            {
                Add(all, user.AsString() ?? "", isMaster: false, key);
            }
        }

        return all;
    }

    /// <summary>A signature of an object by a key of a user; no node when there is none.</summary>
    public static Node Signature(Node signed, string user, string keyId) =>
        signed.Get("signatures"u8).Get(System.Text.Encoding.UTF8.GetBytes(user)).Get(System.Text.Encoding.UTF8.GetBytes(keyId));

    private static void Add(List<CrossSigningKey> all, string user, bool isMaster, Node key)
    {
        if (key.Kind == NodeKind.Map)
        {
            all.Add(new CrossSigningKey(user, isMaster, key));
        }
    }
}
