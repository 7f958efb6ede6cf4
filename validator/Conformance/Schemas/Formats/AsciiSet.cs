namespace Conformance.Schemas.Formats;

/// <summary>A set of ASCII characters. Made in no time, unlike vectorised sets, which matters more for short texts.</summary>
internal sealed class AsciiSet
{
    private readonly ulong _low;
    private readonly ulong _high;

    public AsciiSet(string characters)
    {
        foreach (char c in characters)
        {
            if (c < 64)
            {
                _low |= 1UL << c;
            }
            else
            {
                _high |= 1UL << (c - 64);
            }
        }
    }

    public bool Contains(byte b) => b < 0x80 && ((b < 64 ? _low : _high) >> (b & 63) & 1) != 0;

    /// <summary>The position of the first byte that isn't in the set, or -1.</summary>
    public int IndexOfOther(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!Contains(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public bool ContainsAll(ReadOnlySpan<byte> text) => IndexOfOther(text) < 0;
}
