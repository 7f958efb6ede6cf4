using System.Buffers;
using System.Buffers.Text;

namespace Conformance.Events.Hashing;

/// <summary>Unpadded Base64 of 32 bytes (Appendices, Unpadded Base64).</summary>
internal static class UnpaddedBase64
{
    /// <summary>Characters of 32 bytes.</summary>
    public const int HashLength = 43;

    /// <summary>Writes 32 bytes as 43 characters.</summary>
    public static void EncodeHash(ReadOnlySpan<byte> hash, Span<byte> target, bool urlSafe)
    {
        Span<byte> padded = stackalloc byte[44];
        Base64.EncodeToUtf8(hash, padded, out _, out _);
        padded[..HashLength].CopyTo(target);
        if (urlSafe)
        {
            target = target[..HashLength];
            target.Replace((byte)'+', (byte)'-');
            target.Replace((byte)'/', (byte)'_');
        }
    }

    /// <summary>
    /// Reads Base64 as servers do: with or without padding, in either alphabet.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Takes the bytes; as long as the text will do.</param>
    /// <param name="length">How many bytes there are.</param>
    /// <returns>False when it is no Base64.</returns>
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
        return Base64.DecodeFromUtf8InPlace(padded, out length) == OperationStatus.Done && padded[..length].TryCopyTo(target);
    }
}
