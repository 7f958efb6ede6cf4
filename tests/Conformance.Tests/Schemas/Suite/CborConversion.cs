using System.Formats.Cbor;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Conformance.Tests.Schemas.Suite;

/// <summary>Writes a JSON value as CBOR with the framework's writer, independent of our own readers.</summary>
internal static class CborConversion
{
    /// <summary>The value in CBOR; null when CBOR has no like of a number in it.</summary>
    public static byte[]? TryConvert(JsonElement value)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        return TryWrite(writer, value) ? writer.Encode() : null;
    }

    private static bool TryWrite(CborWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartMap(value.EnumerateObject().Count());
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    writer.WriteTextString(property.Name);
                    if (!TryWrite(writer, property.Value))
                    {
                        return false;
                    }
                }

                writer.WriteEndMap();
                return true;
            case JsonValueKind.Array:
                writer.WriteStartArray(value.GetArrayLength());
                foreach (JsonElement element in value.EnumerateArray())
                {
                    if (!TryWrite(writer, element))
                    {
                        return false;
                    }
                }

                writer.WriteEndArray();
                return true;
            case JsonValueKind.String:
                writer.WriteTextString(value.GetString()!);
                return true;
            case JsonValueKind.Number:
                return TryWriteNumber(writer, value.GetRawText());
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBoolean(value.GetBoolean());
                return true;
            default:
                writer.WriteNull();
                return true;
        }
    }

    private static bool TryWriteNumber(CborWriter writer, string text)
    {
        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger integer))
        {
            if (integer >= long.MinValue && integer <= long.MaxValue)
            {
                writer.WriteInt64((long)integer);
            }
            else
            {
                writer.WriteBigInteger(integer);
            }

            return true;
        }

        // A float carries what it reads back as: at most 17 digits, not more than that.
        double number = double.Parse(text, CultureInfo.InvariantCulture);
        writer.WriteDouble(number);
        return double.IsFinite(number) && text.Count(char.IsAsciiDigit) <= 17;
    }
}
