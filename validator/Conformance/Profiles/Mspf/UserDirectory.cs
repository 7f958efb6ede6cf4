using System.Buffers.Binary;
using System.Security.Cryptography;
using Conformance.Documents;

namespace Conformance.Profiles.Mspf;

/// <summary>The users of one archive, as digests of their IDs: some 60 bytes a user, whatever the length of the ID.</summary>
/// <param name="limit">The most users that are kept.</param>
internal sealed class UserDirectory(int limit)
{
    private readonly Dictionary<Digest, UserPlace> _places = [];

    /// <summary>Different users.</summary>
    public int Count => _places.Count;

    /// <summary>Users that found no place any more.</summary>
    public long Dropped { get; private set; }

    /// <summary>Devices of all users.</summary>
    public long Devices { get; private set; }

    /// <summary>Tags of all users.</summary>
    public long Tags { get; private set; }

    /// <summary>Users with a password hash.</summary>
    public long PasswordHashes { get; private set; }

    /// <summary>The units of <c>created_at</c>.</summary>
    public CreatedAtUnits Units { get; } = new();

    /// <summary>The digest that stands for a user ID: half of its SHA-256, so that nobody can find two IDs that share one.</summary>
    public static Digest DigestOf(ReadOnlySpan<byte> userId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(userId, hash);
        return new Digest(BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]), BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    /// <summary>Whether a user is known.</summary>
    public bool Contains(ReadOnlySpan<byte> userId) => _places.ContainsKey(DigestOf(userId));

    /// <summary>Counts what users have.</summary>
    public void Add(UsersBlock block)
    {
        Devices += block.Devices;
        Tags += block.Tags;
        PasswordHashes += block.PasswordHashes;
    }

    /// <summary>Adds a user.</summary>
    /// <returns>Where the user was seen before, or null.</returns>
    public UserPlace? Add(in UserRecord user)
    {
        Units.Add(user);
        Digest digest = DigestOf(user.UserId);
        if (_places.TryGetValue(digest, out UserPlace known))
        {
            return known;
        }

        if (_places.Count < limit)
        {
            _places.Add(digest, new UserPlace(user.MemberOrdinal, user.Offset));
        }
        else
        {
            Dropped++;
        }

        return null;
    }
}
