using System.Globalization;
using System.Text;

namespace Conformance.Schemas.Patterns;

/// <summary>Ranges of code points beyond the first plane as alternatives of surrogate pairs.</summary>
internal static class SurrogateRanges
{
    /// <summary>Writes a range; each alternative begins with a bar.</summary>
    public static void Write(StringBuilder output, int low, int high)
    {
        (int lowLead, int lowTrail) = Split(low);
        (int highLead, int highTrail) = Split(high);
        if (lowLead == highLead)
        {
            WritePair(output, lowLead, lowLead, lowTrail, highTrail);
            return;
        }

        if (lowTrail != 0xDC00)
        {
            WritePair(output, lowLead, lowLead, lowTrail, 0xDFFF);
            lowLead++;
        }

        if (highTrail != 0xDFFF)
        {
            WritePair(output, highLead, highLead, 0xDC00, highTrail);
            highLead--;
        }

        if (lowLead <= highLead)
        {
            WritePair(output, lowLead, highLead, 0xDC00, 0xDFFF);
        }
    }

    private static (int Lead, int Trail) Split(int codePoint) =>
        (0xD800 + ((codePoint - 0x10000) >> 10), 0xDC00 + ((codePoint - 0x10000) & 0x3FF));

    private static void WritePair(StringBuilder output, int firstLead, int lastLead, int firstTrail, int lastTrail) =>
        output.Append(CultureInfo.InvariantCulture, $@"|[\u{firstLead:X4}-\u{lastLead:X4}][\u{firstTrail:X4}-\u{lastTrail:X4}]");
}
