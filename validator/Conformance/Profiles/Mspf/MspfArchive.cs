namespace Conformance.Profiles.Mspf;

/// <summary>What is known of an archive. Grows while it is read: what a part of it needs is complete before that part begins.</summary>
internal sealed class MspfArchive(MspfOptions options)
{
    private readonly Dictionary<string, Member> _byPath = new(StringComparer.Ordinal);
    private readonly List<Member> _members = [];
    private readonly HashSet<ItemPart> _lost = [];
    private long _pathBytes;

    public MspfOptions Options { get; } = options;

    /// <summary>The manifest; null before it is read.</summary>
    public Manifest? Manifest { get; set; }

    /// <summary>What <c>m.core</c> says; null before it is read, and when it names no server.</summary>
    public CoreFacts? Core { get; set; }

    /// <summary>The rooms, complete once <c>m.rooms</c> is read.</summary>
    public RoomDirectory Rooms { get; } = new(options.Limits.Rooms);

    /// <summary>Whether all of <c>m.rooms</c> was read.</summary>
    public bool HasRooms { get; set; }

    /// <summary>Whether a file of <c>m.events</c> was read.</summary>
    public bool HasEvents { get; set; }

    /// <summary>Whether a file of <c>m.users</c> was read.</summary>
    public bool HasUsers { get; set; }

    /// <summary>The users.</summary>
    public UserDirectory Users { get; } = new(options.Limits.Users);

    /// <summary>Entries in the order of the container.</summary>
    public IReadOnlyList<Member> Members => _members;

    /// <summary>Whether there were more entries than could be remembered.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether entries may be missing since the container is damaged, or too large to be read to its end.</summary>
    public bool LostEntries { get; set; }

    /// <summary>Whether every entry of the archive is known, so that one that isn't there is missing.</summary>
    public bool KnowsAllMembers => !IsCut && !LostEntries;

    /// <summary>Whether the order of members is the archive's own, and not that in which a directory happens to be listed.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Members that were not read since they are larger than may be read as a whole.</summary>
    public List<Member> TooLarge { get; } = [];

    /// <summary>Bytes of content that were read.</summary>
    public long BytesRead { get; set; }

    /// <summary>Remembers an entry.</summary>
    /// <returns>False when there is no room for more.</returns>
    public bool Add(Member member)
    {
        _pathBytes += 64 + (member.Path.Length * 2);
        if (_pathBytes > Options.Limits.IndexBytes)
        {
            IsCut = true;
            return false;
        }

        _members.Add(member);
        if (member.IsUsable)
        {
            _byPath.TryAdd(member.Path, member);
        }

        return true;
    }

    /// <summary>The path of the member at a position in the run; empty when it wasn't remembered.</summary>
    public string PathOf(int ordinal) => ordinal >= 1 && ordinal <= _members.Count ? _members[ordinal - 1].Path : "";

    /// <summary>The position in the run of a member; 0 when there is none.</summary>
    public int OrdinalOf(string? path) => path is not null && _byPath.TryGetValue(path, out Member? member) ? member.Ordinal : 0;

    /// <summary>Finds an entry that may be read.</summary>
    public Member? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Notes that something of a part could not be read.</summary>
    public void Lose(ItemPart part) => _lost.Add(part);

    /// <summary>Whether all files of a part were read to their ends, so that what isn't in them isn't in the archive.</summary>
    public bool IsWhole(ItemPart part) => KnowsAllMembers && !_lost.Contains(part)
        && !_members.Exists(member => KnownItem.OfPath(member.Path)?.Part == part && !(member.IsDone && member.Part == part));

    /// <summary>Whether the archive has a file that holds a part.</summary>
    public bool HasFileOf(ItemPart part) => _members.Exists(member => member.Part == part && member.IsFile);
}
