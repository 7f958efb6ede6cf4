using System.Formats.Cbor;
using System.Globalization;
using System.Numerics;
using System.Text;
using Conformance.Documents;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>
/// Writes values in diagnostic notation (RFC 8949 §8), once from our nodes and once from System.Formats.Cbor, so that the two can be
/// compared. Floats are written as .NET does; tags stand before the value they mark.
/// </summary>
internal static class CborText
{
    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static Document Read(string hex) => DocumentReader.Read(Bytes(hex), DocumentEncoding.Cbor);

    public static string Of(Document document)
    {
        var text = new StringBuilder();
        Write(text, document.Root);
        return text.ToString();
    }

    /// <summary>The same from the independent reader, in lax mode.</summary>
    /// <exception cref="CborContentException">The bytes are not one well-formed item.</exception>
    public static string OfOracle(ReadOnlyMemory<byte> bytes)
    {
        var reader = new CborReader(bytes, CborConformanceMode.Lax);
        var text = new StringBuilder();
        Write(text, reader);
        return reader.BytesRemaining == 0 ? text.ToString() : throw new CborContentException("trailing");
    }

    private static void Write(StringBuilder text, Node node)
    {
        foreach (long tag in Tags(node))
        {
            text.Append(CultureInfo.InvariantCulture, $"{tag}:");
        }

        switch (node.Kind)
        {
            case NodeKind.Null:
                text.Append("null");
                break;
            case NodeKind.False:
                text.Append("false");
                break;
            case NodeKind.True:
                text.Append("true");
                break;
            case NodeKind.Undefined:
                text.Append("undefined");
                break;
            case NodeKind.Simple:
                text.Append(CultureInfo.InvariantCulture, $"simple({node.Int64Value})");
                break;
            case NodeKind.Integer:
                text.Append(node.BigIntegerValue.ToString(CultureInfo.InvariantCulture));
                break;
            case NodeKind.Float:
                Write(text, node.DoubleValue);
                break;
            case NodeKind.Text:
                Write(text, node.AsString()!);
                break;
            case NodeKind.Bytes:
                Write(text, node.Utf8);
                break;
            case NodeKind.Array:
                text.Append('[');
                string comma = "";
                foreach (Node element in node.Elements())
                {
                    text.Append(comma);
                    Write(text, element);
                    comma = ", ";
                }

                text.Append(']');
                break;
            case NodeKind.Map:
                text.Append('{');
                comma = "";
                foreach ((Node key, Node value) in node.Members())
                {
                    text.Append(comma);
                    Write(text, key);
                    text.Append(": ");
                    Write(text, value);
                    comma = ", ";
                }

                text.Append('}');
                break;
        }
    }

    /// <summary>The tags that the reader noted, without the one that makes a bignum of a byte string.</summary>
    private static List<long> Tags(Node node)
    {
        var tags = new List<long>();
        int length = 0;
        foreach (DocumentFault fault in node.Document.Faults)
        {
            if (fault.Node == node.Index && fault.Kind is FaultKind.CborTag or FaultKind.CborSelfDescribed)
            {
                tags.Add(fault.Detail);
                length += (node.Raw[length] & 31) switch { < 24 => 1, 24 => 2, 25 => 3, 26 => 5, _ => 9 };
            }
        }

        if (node.Kind == NodeKind.Integer && node.Raw[length] >> 5 == 2)
        {
            tags.RemoveAt(tags.Count - 1);
        }

        return tags;
    }

    private static void Write(StringBuilder text, CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.Tag:
                WriteTagged(text, reader);
                break;
            case CborReaderState.UnsignedInteger:
                text.Append(CultureInfo.InvariantCulture, $"{reader.ReadUInt64()}");
                break;
            case CborReaderState.NegativeInteger:
                text.Append(CultureInfo.InvariantCulture, $"{-1 - (BigInteger)reader.ReadCborNegativeIntegerRepresentation()}");
                break;
            case CborReaderState.HalfPrecisionFloat:
            case CborReaderState.SinglePrecisionFloat:
            case CborReaderState.DoublePrecisionFloat:
                Write(text, reader.ReadDouble());
                break;
            case CborReaderState.TextString:
            case CborReaderState.StartIndefiniteLengthTextString:
                Write(text, reader.ReadTextString());
                break;
            case CborReaderState.ByteString:
            case CborReaderState.StartIndefiniteLengthByteString:
                Write(text, reader.ReadByteString());
                break;
            case CborReaderState.StartArray:
                reader.ReadStartArray();
                text.Append('[');
                for (string comma = ""; reader.PeekState() != CborReaderState.EndArray; comma = ", ")
                {
                    text.Append(comma);
                    Write(text, reader);
                }

                reader.ReadEndArray();
                text.Append(']');
                break;
            case CborReaderState.StartMap:
                reader.ReadStartMap();
                text.Append('{');
                for (string comma = ""; reader.PeekState() != CborReaderState.EndMap; comma = ", ")
                {
                    text.Append(comma);
                    Write(text, reader);
                    text.Append(": ");
                    Write(text, reader);
                }

                reader.ReadEndMap();
                text.Append('}');
                break;
            default:
                int simple = (int)reader.ReadSimpleValue();
                text.Append(simple switch { 20 => "false", 21 => "true", 22 => "null", 23 => "undefined", _ => $"simple({simple})" });
                break;
        }
    }

    private static void WriteTagged(StringBuilder text, CborReader reader)
    {
        CborTag tag = reader.ReadTag();
        bool isBignum = tag is CborTag.UnsignedBigNum or CborTag.NegativeBigNum
            && reader.PeekState() is CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString;
        if (!isBignum)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Math.Min((ulong)tag, long.MaxValue)}:");
            Write(text, reader);
            return;
        }

        var magnitude = new BigInteger(reader.ReadByteString(), isUnsigned: true, isBigEndian: true);
        text.Append(CultureInfo.InvariantCulture, $"{(tag == CborTag.NegativeBigNum ? -1 - magnitude : magnitude)}");
    }

    private static void Write(StringBuilder text, double value) =>
        text.Append(double.IsNaN(value) ? "NaN" : "f" + value.ToString("R", CultureInfo.InvariantCulture));

    private static void Write(StringBuilder text, string value) => text.Append('"').Append(value).Append('"');

    private static void Write(StringBuilder text, ReadOnlySpan<byte> value) =>
        text.Append("h'").Append(Convert.ToHexStringLower(value)).Append('\'');
}
