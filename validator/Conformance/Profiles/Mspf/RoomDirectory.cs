using Conformance.Documents;
using Conformance.Findings;
using Conformance.Signatures.Keys;

namespace Conformance.Profiles.Mspf;

/// <summary>The rooms of one archive, and their aliases.</summary>
/// <param name="limit">The most rooms that are kept.</param>
internal sealed class RoomDirectory(int limit) : IRoomDirectory
{
    private readonly Dictionary<byte[], RoomEntry> _listed = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], RoomEntry> _unlisted = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], RoomEntry> _aliases = new(Utf8Comparer.Instance);
    private readonly List<RoomEntry> _inOrder = [];
    private readonly HashSet<Digest> _joinedDigests = [];
    private readonly List<JoinedUser> _joined = [];

    /// <summary>The server, once <c>m.core</c> named it.</summary>
    public CoreFacts? Server { get; set; }

    /// <summary>The keys in the archive's own item of keys.</summary>
    public KeyFile? ServerKeys { get; set; }

    /// <summary>The server's own users who joined a room, in the order of the input.</summary>
    public IReadOnlyList<JoinedUser> Joined => _joined;

    /// <inheritdoc />
    public IReadOnlyList<RoomEntry> Rooms => _inOrder;

    /// <summary>Rooms that <c>m.rooms</c> lists.</summary>
    public int Listed => _listed.Count;

    /// <summary>Events of all rooms.</summary>
    public long Events
    {
        get
        {
            long events = 0;
            foreach (RoomEntry room in _inOrder)
            {
                events += room.Events;
            }

            return events;
        }
    }

    /// <summary>Aliases seen, each once.</summary>
    public int Aliases => _aliases.Count;

    /// <summary>Rooms and aliases that found no place any more.</summary>
    public long Dropped { get; private set; }

    /// <inheritdoc />
    public RoomEntry? Find(ReadOnlySpan<byte> roomId) =>
        _listed.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(roomId, out RoomEntry? room) ? room : null;

    /// <inheritdoc />
    public RoomEntry? FindOrAdd(ReadOnlySpan<byte> roomId, Location location)
    {
        // Listed rooms are looked up on other threads meanwhile, so that unlisted ones have a table of their own.
        if (Find(roomId) is { } listed)
        {
            return listed;
        }

        if (_unlisted.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(roomId, out RoomEntry? known))
        {
            return known;
        }

        var room = new RoomEntry(roomId, null, listed: false, location);
        return Add(_unlisted, room) ? room : null;
    }

    /// <inheritdoc />
    public RoomEntry? FindAlias(ReadOnlySpan<byte> alias) =>
        _aliases.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(alias, out RoomEntry? room) ? room : null;

    /// <inheritdoc />
    public bool IsLocal(ReadOnlySpan<byte> userId) => Server is { } server && server.Owns(userId);

    /// <inheritdoc />
    public JoinedUser? NoteJoin(ReadOnlySpan<byte> userId)
    {
        if (_joined.Count >= limit || !_joinedDigests.Add(UserDirectory.DigestOf(userId)))
        {
            return null;
        }

        var user = new JoinedUser(userId);
        _joined.Add(user);
        return user;
    }

    /// <summary>Adds a room that <c>m.rooms</c> lists.</summary>
    /// <returns>The room that has this ID already, or null.</returns>
    public RoomEntry? List(RoomEntry room)
    {
        if (Find(room.Utf8) is { } known)
        {
            return known;
        }

        Add(_listed, room);
        return null;
    }

    /// <summary>Adds an alias.</summary>
    /// <returns>The room that has the alias already, or null.</returns>
    public RoomEntry? AddAlias(byte[] alias, RoomEntry room)
    {
        if (_aliases.TryGetValue(alias, out RoomEntry? holder))
        {
            return holder;
        }

        if (_aliases.Count < limit)
        {
            _aliases.Add(alias, room);
        }
        else
        {
            Dropped++;
        }

        return null;
    }

    private bool Add(Dictionary<byte[], RoomEntry> table, RoomEntry room)
    {
        if (_inOrder.Count >= limit)
        {
            Dropped++;
            return false;
        }

        table.Add(room.Key, room);
        _inOrder.Add(room);
        return true;
    }
}
