namespace Conformance.Events.Index;

/// <summary>
/// All events of a run by their keys, with the place of each one's first copy. Split into shards, each a table with open
/// addressing that grows by half when it is four fifths full: 60 to 90 bytes an event, and no growth moves more than a small
/// part of the whole. One thread at a time.
/// </summary>
internal sealed partial class EventIndex
{
    /// <summary>Events that are kept when nothing else is asked for.</summary>
    public const long DefaultLimit = 50_000_000;

    private const int ShardBits = 8;

    private readonly long _limit;
    private readonly Shard[] _shards = new Shard[1 << ShardBits];

    /// <summary>An empty index.</summary>
    /// <param name="limit">The most events that it keeps.</param>
    public EventIndex(long limit = DefaultLimit)
    {
        _limit = limit;
        for (int i = 0; i < _shards.Length; i++)
        {
            _shards[i] = new Shard(this);
        }
    }

    /// <summary>Different events.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes that the tables take.</summary>
    public long Bytes => _shards.Sum(shard => shard.Bytes);

    /// <summary>Makes the fingerprints of events' bytes; safe on any thread.</summary>
    public Fingerprint Fingerprint { get; } = new();

    /// <summary>Adds an event unless it is there.</summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="fingerprint">The fingerprint of its bytes.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="first">Where its first copy stands: the given place if it is new.</param>
    /// <returns>Whether it was there.</returns>
    public EventIndexResult Add(in EventKey key, ulong fingerprint, EventPlace place, out EventPlace first)
    {
        ulong hash = Fingerprint.Spread(key.A);
        Shard shard = _shards[hash >> (64 - ShardBits)];
        ref Slot slot = ref shard.Find(key, (uint)hash);
        if (slot.Fingerprint != 0)
        {
            first = slot.Place;
            return slot.Fingerprint == Marked(fingerprint) ? EventIndexResult.SameAgain : EventIndexResult.DifferentAgain;
        }

        first = place;
        if (Count >= _limit)
        {
            return EventIndexResult.Full;
        }

        Count++;
        slot = new Slot(key, Marked(fingerprint), place);
        shard.NoteAdded();
        return EventIndexResult.New;
    }

    /// <summary>Finds an event.</summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="first">Where its first copy stands.</param>
    /// <returns>False when it isn't there.</returns>
    public bool TryFind(in EventKey key, out EventPlace first)
    {
        ulong hash = Fingerprint.Spread(key.A);
        ref Slot slot = ref _shards[hash >> (64 - ShardBits)].Find(key, (uint)hash);
        first = slot.Place;
        return slot.Fingerprint != 0;
    }

    // Zero marks an empty slot.
    private static ulong Marked(ulong fingerprint) => fingerprint | 1;
}
