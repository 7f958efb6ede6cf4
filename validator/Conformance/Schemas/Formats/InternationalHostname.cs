using System.Buffers;
using System.Text;

namespace Conformance.Schemas.Formats;

/// <summary>Host names in any script (RFC 5890, section 2.3.2.3), parted by the four full stops of RFC 3490, section 3.1.</summary>
internal static class InternationalHostname
{
    private const int MaxNameLength = 253;
    private const int MaxLabelLength = 63;

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        // No name of 253 octets in its ASCII form is longer than this in UTF-8.
        if (text.IsEmpty || text.Length > MaxNameLength * 4)
        {
            return false;
        }

        return Check(text, strictDirections: false, out bool concernsDirections) && (!concernsDirections || Check(text, strictDirections: true, out _));
    }

    private static bool Check(ReadOnlySpan<byte> text, bool strictDirections, out bool concernsDirections)
    {
        Span<int> label = stackalloc int[MaxLabelLength];
        concernsDirections = false;
        int count = 0;
        int total = -1;
        while (true)
        {
            bool end = text.IsEmpty;
            Rune rune = default;
            int length = 0;
            if (!end && Rune.DecodeFromUtf8(text, out rune, out length) != OperationStatus.Done)
            {
                return false;
            }

            if (end || rune.Value is '.' or 0x3002 or 0xFF0E or 0xFF61)
            {
                int encoded = CheckLabel(label[..count], strictDirections, ref concernsDirections);
                total += encoded + 1;
                if (encoded < 0 || total > MaxNameLength)
                {
                    return false;
                }

                count = 0;
                if (end)
                {
                    return true;
                }
            }
            else if (count == label.Length)
            {
                return false;
            }
            else
            {
                label[count++] = rune.Value;
            }

            text = text[length..];
        }
    }

    /// <summary>The length of a valid label in its ASCII form, or -1.</summary>
    private static int CheckLabel(ReadOnlySpan<int> label, bool strictDirections, ref bool concernsDirections)
    {
        if (label.IsEmpty)
        {
            return -1;
        }

        Span<int> decoded = stackalloc int[MaxLabelLength + 1];
        int count = 0;
        int length = label.Length;
        if (!label.ContainsAnyExceptInRange(0, 0x7F))
        {
            Span<byte> ascii = stackalloc byte[label.Length];
            for (int i = 0; i < label.Length; i++)
            {
                ascii[i] = (byte)label[i];
            }

            if (!AddressFormats.IsHostname(ascii))
            {
                return -1;
            }

            count = InternationalLabel.DecodeA(ascii, decoded);
        }
        else
        {
            Span<byte> encoded = stackalloc byte[Punycode.MaxLength];
            length = InternationalLabel.IsValidU(label) ? Punycode.Encode(label, encoded) : -1;
            length = length < 0 ? -1 : length + 4;
        }

        scoped ReadOnlySpan<int> read = count > 0 ? decoded[..count] : label;
        concernsDirections |= BidiRule.Concerns(read);
        return !strictDirections || BidiRule.IsMetStrictly(read) ? length : -1;
    }
}
