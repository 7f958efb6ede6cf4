namespace Conformance.Events.Index;

/// <summary>Where an event stands: the member's position in the run, and the offset in the member. 8 bytes.</summary>
internal readonly record struct EventPlace
{
    private const int OffsetBits = 40;
    private const long OffsetMask = (1L << OffsetBits) - 1;

    private readonly ulong _packed;

    /// <summary>A place. Members beyond 2^24 and offsets beyond a tebibyte stand at the last place there is.</summary>
    public EventPlace(int memberOrdinal, long offset)
    {
        ulong ordinal = (ulong)Math.Min(memberOrdinal, (1 << (64 - OffsetBits)) - 1);
        _packed = ordinal << OffsetBits | (ulong)Math.Min(offset, OffsetMask);
    }

    public int MemberOrdinal => (int)(_packed >> OffsetBits);

    public long Offset => (long)(_packed & (ulong)OffsetMask);
}
