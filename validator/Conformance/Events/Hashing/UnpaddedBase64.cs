using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Conformance.Events.Hashing;

/// <summary>Unpadded Base64 of 32 bytes (Appendices, Unpadded Base64).</summary>
internal static class UnpaddedBase64
{
    private static ReadOnlySpan<byte> Alphabet => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;

    /// <summary>Characters of 32 bytes.</summary>
    public const int HashLength = 43;

    /// <summary>Writes 32 bytes as 43 characters.</summary>
    public static void EncodeHash(ReadOnlySpan<byte> hash, Span<byte> target, bool urlSafe)
    {
        if (urlSafe)
        {
            Base64Url.EncodeToUtf8(hash, target);
            return;
        }

        Span<byte> padded = stackalloc byte[44];
        Base64.EncodeToUtf8(hash, padded, out _, out _);
        padded[..HashLength].CopyTo(target);
    }

    /// <summary>Reads 43 characters that are what <see cref="EncodeHash"/> writes for some 32 bytes: no other text for these bytes will do.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="hash">Takes the bytes.</param>
    /// <param name="urlSafe">Whether the alphabet is the one for URLs.</param>
    /// <returns>False when the text is anything else.</returns>
    public static bool TryDecodeHash(scoped ReadOnlySpan<byte> text, Span<byte> hash, bool urlSafe)
    {
        Span<byte> forUrls = stackalloc byte[HashLength];
        if (!urlSafe)
        {
            if (text.Length != HashLength || text.ContainsAny((byte)'-', (byte)'_'))
            {
                return false;
            }

            text.Replace(forUrls, (byte)'+', (byte)'-');
            forUrls.Replace((byte)'/', (byte)'_');
            text = forUrls;
        }

        // White space and padding, which are passed over, leave too few bytes; bits beyond the last byte are refused.
        return text.Length == HashLength && Base64Url.DecodeFromUtf8(text, hash, out _, out int length) == OperationStatus.Done && length == hash.Length;
    }

    /// <summary>
    /// Reads Base64 as servers do: with or without padding, in either alphabet, whatever the bits of the last character beyond the last
    /// byte are. (The seed in the specification's own test vectors, Appendices, Cryptographic Test Vectors, has one of these bits set.)
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Takes the bytes; as long as the text will do.</param>
    /// <param name="length">How many bytes there are.</param>
    /// <returns>False when it is no Base64.</returns>
    [SkipLocalsInit]
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> target, out int length)
    {
        length = 0;
        text = text.TrimEnd((byte)'=');
        if (text.Length % 4 == 1 || text.Length > 1024)
        {
            return false;
        }

        Span<byte> padded = stackalloc byte[1028];
        int total = (text.Length + 3) / 4 * 4;
        padded = padded[..total];
        text.CopyTo(padded);
        padded[text.Length..].Fill((byte)'=');
        padded.Replace((byte)'-', (byte)'+');
        padded.Replace((byte)'_', (byte)'/');
        ClearSpareBits(padded[..text.Length]);
        bool decoded = Base64.DecodeFromUtf8InPlace(padded, out length) == OperationStatus.Done && padded[..length].TryCopyTo(target);

        // It may be a secret.
        padded.Clear();
        return decoded;
    }

    private static void ClearSpareBits(Span<byte> text)
    {
        // Two characters more than whole groups carry one byte in 12 bits, three carry two in 18.
        int spare = (text.Length % 4) switch { 2 => 0b1111, 3 => 0b11, _ => 0 };
        int value = spare == 0 ? -1 : Alphabet.IndexOf(text[^1]);
        if (value >= 0)
        {
            text[^1] = Alphabet[value & ~spare];
        }
    }
}
