using System.Globalization;
using System.Text;
using Conformance.Documents;

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
            return number.DoubleValue.ToString("R", CultureInfo.InvariantCulture);
        }

        return number.Raw.Length <= MaxLength ? number.BigIntegerValue.ToString(CultureInfo.InvariantCulture) : $"an integer of {number.Raw.Length} bytes";
    }
}
