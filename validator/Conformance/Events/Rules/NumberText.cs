using System.Globalization;
using System.Text;
using Conformance.Documents;
using Conformance.Events.Canonical;

namespace Conformance.Events.Rules;

/// <summary>Numbers for messages.</summary>
internal static class NumberText
{
    private const int MaxLength = 60;

    public static string Of(Node number)
    {
        if (number.Document.Encoding == DocumentEncoding.Json)
        {
            ReadOnlySpan<byte> raw = number.Raw;
            return raw.Length <= MaxLength ? Encoding.UTF8.GetString(raw) : Encoding.UTF8.GetString(raw[..MaxLength]) + "…";
        }

        if (number.Kind == NodeKind.Float)
        {
            double value = number.DoubleValue;
            if (!double.IsFinite(value))
            {
                return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
            }

            Span<byte> text = stackalloc byte[FloatText.MaxLength];
            return Encoding.ASCII.GetString(text[..FloatText.Write(value, text)]);
        }

        return number.Raw.Length <= MaxLength ? number.BigIntegerValue.ToString(CultureInfo.InvariantCulture) : $"an integer of {number.Raw.Length} bytes";
    }
}
