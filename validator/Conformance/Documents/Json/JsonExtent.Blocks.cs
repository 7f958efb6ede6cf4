using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Conformance.Documents.Json;

/// <content>64 bytes at a time, by masks of a bit for each byte.</content>
internal sealed partial class JsonExtent
{
    /// <summary>Looks at whole blocks, up to one that needs a closer look or the end of the text.</summary>
    private bool ScanBlocks(ReadOnlySpan<byte> text, ref int at)
    {
        ulong inText = _mode == Mode.Text ? ulong.MaxValue : 0;
        ulong escapedFirst = _escaped ? 1UL : 0;
        while (text.Length - at >= BlockSize)
        {
            var low = Vector256.Create(text.Slice(at, 32));
            var high = Vector256.Create(text.Slice(at + 32, 32));
            ulong backslashes = Mask(low, high, (byte)'\\');
            ulong escapedNext = 0;
            ulong escaped = backslashes == 0 ? escapedFirst : Escaped(backslashes, escapedFirst, out escapedNext);
            ulong inside = PrefixXor(Mask(low, high, (byte)'"') & ~escaped) ^ inText;
            if (((backslashes | Mask(low, high, (byte)'/')) & ~inside) != 0)
            {
                break;
            }

            // '[' and '{', and ']' and '}', differ in one bit.
            low |= Vector256.Create((byte)0x20);
            high |= Vector256.Create((byte)0x20);
            ulong brackets = (Mask(low, high, (byte)'{') | Mask(low, high, (byte)'}')) & ~inside;
            while (brackets != 0)
            {
                int index = BitOperations.TrailingZeroCount(brackets);
                brackets &= brackets - 1;
                if (TakeBracket(text[at + index]))
                {
                    at += index + 1;
                    return true;
                }
            }

            inText = (ulong)((long)inside >> 63);
            escapedFirst = escapedNext;
            at += BlockSize;
        }

        _mode = inText == 0 ? Mode.Plain : Mode.Text;
        _escaped = escapedFirst != 0;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector256<byte> low, Vector256<byte> high, byte value) =>
        Vector256.Equals(low, Vector256.Create(value)).ExtractMostSignificantBits()
        | ((ulong)Vector256.Equals(high, Vector256.Create(value)).ExtractMostSignificantBits() << 32);

    /// <summary>Bit i of the result is the exclusive or of bits 0 to i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PrefixXor(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    /// <summary>Which characters an odd number of backslashes stands before.</summary>
    private static ulong Escaped(ulong backslashes, ulong escapedFirst, out ulong escapedNext)
    {
        ulong escaped = escapedFirst;
        escapedNext = 0;
        backslashes &= ~escapedFirst;
        while (backslashes != 0)
        {
            int index = BitOperations.TrailingZeroCount(backslashes);
            if (index == BlockSize - 1)
            {
                escapedNext = 1;
                break;
            }

            escaped |= 2UL << index;
            backslashes &= ~(3UL << index);
        }

        return escaped;
    }
}
