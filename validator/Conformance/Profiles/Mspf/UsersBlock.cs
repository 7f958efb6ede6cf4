namespace Conformance.Profiles.Mspf;

/// <summary>What is remembered of the users of one block.</summary>
internal sealed class UsersBlock
{
    /// <summary>The users with a text for a key, in order.</summary>
    public List<UserRecord> Users { get; } = [];

    /// <summary>Devices of all users.</summary>
    public long Devices { get; set; }

    /// <summary>Tags of all users.</summary>
    public long Tags { get; set; }

    /// <summary>Users with a password hash.</summary>
    public long PasswordHashes { get; set; }
}
