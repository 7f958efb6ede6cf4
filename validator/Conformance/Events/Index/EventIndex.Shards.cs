namespace Conformance.Events.Index;

/// <content>The tables.</content>
internal sealed partial class EventIndex
{
    private readonly record struct Slot(EventKey Key, ulong Fingerprint, EventPlace Place);

    private sealed class Shard(EventIndex index)
    {
        private const int FirstSize = 16;

        private Slot[] _slots = new Slot[FirstSize];
        private int _count;

        public long Bytes => _slots.Length * 48L;

        /// <summary>The slot of a key, or the empty one where it belongs. There always is one.</summary>
        public ref Slot Find(in EventKey key, uint hash)
        {
            Slot[] slots = _slots;
            int at = (int)((ulong)hash * (uint)slots.Length >> 32);
            while (slots[at].Fingerprint != 0 && !slots[at].Key.Is(key))
            {
                at = at + 1 == slots.Length ? 0 : at + 1;
            }

            return ref slots[at];
        }

        public void NoteAdded()
        {
            _count++;
            if (_count * 5L >= _slots.Length * 4L)
            {
                Grow();
            }
        }

        private void Grow()
        {
            Slot[] old = _slots;
            _slots = new Slot[old.Length + (old.Length / 2)];
            foreach (ref Slot slot in old.AsSpan())
            {
                if (slot.Fingerprint != 0)
                {
                    Find(slot.Key, (uint)index.Fingerprint.Spread(slot.Key.A)) = slot;
                }
            }
        }
    }
}
