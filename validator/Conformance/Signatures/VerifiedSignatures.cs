using System.Numerics;
using Conformance.Documents;

namespace Conformance.Signatures;

/// <summary>
/// The signatures that were found good, so that an event which stands twice is verified once. Of each only 16 bytes are kept: a digest
/// of message, key and signature under a key that is drawn for each process, so that no input can be made to collide. Beyond its
/// capacity it forgets. Any number of threads.
/// </summary>
internal sealed class VerifiedSignatures
{
    /// <summary>How many signatures are remembered when nothing else is said: 16 MiB when all of it is used.</summary>
    public const int DefaultCapacity = 3 << 18;

    private const int ShardCount = 16;
    private const int FirstSlots = 64;

    private readonly Shard[] _shards = new Shard[ShardCount];
    private long _repeated;

    /// <summary>Makes room as it is needed.</summary>
    /// <param name="capacity">The most signatures to remember; 0 for none.</param>
    public VerifiedSignatures(int capacity = DefaultCapacity)
    {
        int slots = capacity == 0 ? 0 : Math.Max(FirstSlots, (int)BitOperations.RoundUpToPowerOf2((uint)capacity / ShardCount * 4 / 3));
        for (int i = 0; i < ShardCount; i++)
        {
            _shards[i] = new Shard(slots);
        }
    }

    /// <summary>How many verifications were spared.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>The digest of a signature.</summary>
    /// <param name="messageHash">SHA-256 of the message.</param>
    /// <param name="key">The public key.</param>
    /// <param name="signature">The signature.</param>
    public static Digest DigestOf(ReadOnlySpan<byte> messageHash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> signature)
    {
        Span<byte> all = stackalloc byte[128];
        messageHash[..32].CopyTo(all);
        key[..32].CopyTo(all[32..]);
        signature[..64].CopyTo(all[64..]);
        return NameHash.OfProcess.Compute(all);
    }

    /// <summary>Whether a signature is known to be good.</summary>
    public bool Contains(Digest digest)
    {
        bool found = ShardOf(digest).Contains(digest);
        if (found)
        {
            Interlocked.Increment(ref _repeated);
        }

        return found;
    }

    /// <summary>Remembers a good signature.</summary>
    public void Add(Digest digest) => ShardOf(digest).Add(digest);

    private Shard ShardOf(Digest digest) => _shards[(int)(digest.High % ShardCount)];

    /// <summary>A part of the table with a lock of its own: open addressing, 0 for an empty slot.</summary>
    private sealed class Shard(int maxSlots)
    {
        private readonly Lock _lock = new();
        private Digest[] _slots = [];
        private int _count;

        public bool Contains(Digest digest)
        {
            lock (_lock)
            {
                return _count != 0 && _slots[Place(digest)] == digest;
            }
        }

        public void Add(Digest digest)
        {
            if (maxSlots == 0 || digest.IsZero)
            {
                return;
            }

            lock (_lock)
            {
                if (_count * 4 >= _slots.Length * 3)
                {
                    MakeRoom();
                }

                int place = Place(digest);
                _count += _slots[place] == digest ? 0 : 1;
                _slots[place] = digest;
            }
        }

        /// <summary>The slot that holds a digest, or the empty one where it belongs; at most three quarters are full, so there is one.</summary>
        private int Place(Digest digest)
        {
            int mask = _slots.Length - 1;
            int place = (int)digest.Low & mask;
            while (!_slots[place].IsZero && _slots[place] != digest)
            {
                place = (place + 1) & mask;
            }

            return place;
        }

        private void MakeRoom()
        {
            Digest[] old = _slots;
            _count = 0;
            if (old.Length >= maxSlots)
            {
                // Full: begin anew. What stands twice mostly stands near.
                Array.Clear(old);
                return;
            }

            _slots = new Digest[Math.Max(FirstSlots, old.Length * 2)];
            foreach (Digest digest in old)
            {
                if (!digest.IsZero)
                {
                    _slots[Place(digest)] = digest;
                    _count++;
                }
            }
        }
    }
}
