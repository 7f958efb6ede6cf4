using Conformance.Documents;
using Conformance.Documents.Cutting;

namespace Conformance.Events;

/// <summary>What the check of one block leaves for its commit. Used again for other blocks.</summary>
internal class EventBatch
{
    private byte[] _texts = [];
    private int _textLength;
    private Dictionary<byte[], JoinFacts>? _joins;

    /// <summary>The member's name.</summary>
    public string Member { get; private set; } = "";

    /// <summary>The member's position in the run.</summary>
    public int MemberOrdinal { get; private set; }

    /// <summary>The events, in order.</summary>
    public List<EventRecord> Records { get; } = [];

    /// <summary>Create events among them, in order.</summary>
    public List<CreateFacts> Creates { get; } = [];

    /// <summary>Joins of users of the server's own among them, the first of each user.</summary>
    public IEnumerable<JoinFacts> Joins
    {
        get
        {
            if (_joins is null)
            {
                return [];
            }

            JoinFacts[] joins = [.. _joins.Values];
            Array.Sort(joins, static (a, b) => a.Offset.CompareTo(b.Offset));
            return joins;
        }
    }

    /// <summary>What was counted in the block.</summary>
    public EventCounts Counts { get; private set; } = new();

    /// <summary>Begins a block.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="memberOrdinal">The member's position in the run.</param>
    public virtual void Begin(string member, int memberOrdinal)
    {
        Member = member;
        MemberOrdinal = memberOrdinal;
        Records.Clear();
        Creates.Clear();
        Counts = new EventCounts();
        _joins = null;
        _textLength = 0;
    }

    /// <summary>Keeps a join, when it is the user's first in the block.</summary>
    public void Join(ReadOnlySpan<byte> userId, CutPath room, long position, long offset)
    {
        _joins ??= new Dictionary<byte[], JoinFacts>(Utf8Comparer.Instance);
        if (!_joins.GetAlternateLookup<ReadOnlySpan<byte>>().ContainsKey(userId))
        {
            byte[] id = userId.ToArray();
            _joins.Add(id, new JoinFacts(id, room, position, offset));
        }
    }

    /// <summary>Keeps an event ID that isn't its key.</summary>
    /// <returns>Where it begins.</returns>
    public int Keep(ReadOnlySpan<byte> id)
    {
        int start = _textLength;
        if (_texts.Length - start < id.Length)
        {
            Array.Resize(ref _texts, Math.Max(_texts.Length * 2, Math.Max(1024, start + id.Length)));
        }

        id.CopyTo(_texts.AsSpan(start));
        _textLength = start + id.Length;
        return start;
    }

    /// <summary>An event ID that was kept.</summary>
    public ReadOnlySpan<byte> IdOf(in EventRecord record) => _texts.AsSpan(record.IdStart, record.IdLength);

    /// <summary>JSON Pointer to an event.</summary>
    public static string PointerOf(CutPath room, long position) => CutPath.Child(room, null, position);
}
