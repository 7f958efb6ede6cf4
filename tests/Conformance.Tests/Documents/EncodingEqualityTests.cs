using System.Formats.Cbor;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents;

/// <summary>The same value, written by independent writers of JSON and CBOR, is the same tree of nodes with the same remarks.</summary>
public sealed class EncodingEqualityTests
{
    private const NodeFlags OfTheValue = NodeFlags.BigInteger | NodeFlags.Integral | NodeFlags.NegativeZero | NodeFlags.DuplicateKeys;

    private static readonly string[] Texts =
    [
        "", "a", "b", "type", "content", "m.room.message", "@alice:example.org", "line\nfeed", "quote\"backslash\\", "é", "日本語", "😀", "\u0000",
        "a text of more than two hundred and fifty-five bytes " + new string('x', 220), "~/", "\u007f\u0080\u2028",
    ];

    private static readonly long[] Integers =
    [
        0, 1, -1, 23, 24, -24, -25, 255, 256, 65535, 65536, 4294967295, 4294967296, 9007199254740991, 9007199254740992, -9007199254740991,
        -9007199254740992, long.MaxValue, long.MinValue, 1700000000000,
    ];

    private static readonly string[] BigIntegers =
        ["9223372036854775808", "18446744073709551615", "-9223372036854775809", "18446744073709551616", "-18446744073709551617", "123456789012345678901234567890"];

    private static readonly double[] Floats =
        [0.0, -0.0, 1.0, -1.0, 0.5, 1.1, 1e10, 9007199254740991, 9007199254740992, 1e300, 5e-324, double.MaxValue, 65504, 3.4028234663852886e38, -2.5];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_SameValueInBothEncodings_IsTheSameTree(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 1500; i++)
        {
            using var stream = new MemoryStream();
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = i % 2 == 0, SkipValidation = true });
            var cbor = new CborWriter(CborConformanceMode.Lax);
            int left = i % 60;
            Write(random, json, cbor, ref left, 0);
            json.Flush();

            Document fromJson = DocumentReader.Read(stream.ToArray(), DocumentEncoding.Json);
            Document fromCbor = DocumentReader.Read(cbor.Encode(), DocumentEncoding.Cbor);
            ShouldBeEqual(fromJson, fromCbor, Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    private static void ShouldBeEqual(Document json, Document cbor, string because)
    {
        json.NodeCount.ShouldBe(cbor.NodeCount, because);
        for (int index = 0; index < json.NodeCount; index++)
        {
            Node a = json[index];
            Node b = cbor[index];
            a.Kind.ShouldBe(b.Kind, because);
            a.Record.Next.ShouldBe(b.Record.Next, because);
            (a.Flags & OfTheValue).ShouldBe(b.Flags & OfTheValue, because);
            NodePointer.Of(a).ShouldBe(NodePointer.Of(b), because);
            switch (a.Kind)
            {
                case NodeKind.Text:
                    a.AsString().ShouldBe(b.AsString());
                    break;
                case NodeKind.Integer:
                    a.BigIntegerValue.ShouldBe(b.BigIntegerValue);
                    break;
                case NodeKind.Float:
                    BitConverter.DoubleToInt64Bits(a.DoubleValue).ShouldBe(BitConverter.DoubleToInt64Bits(b.DoubleValue));
                    break;
                case NodeKind.Array or NodeKind.Map:
                    a.Count.ShouldBe(b.Count);
                    break;
            }
        }

        Remarks(json).ShouldBe(Remarks(cbor), because);
    }

    /// <summary>What is noted of the value, not of how it is encoded: kind and node.</summary>
    private static IEnumerable<(FaultKind, int, string?)> Remarks(Document document) =>
        document.Faults
            .Where(fault => !fault.Kind.ToString().StartsWith("Cbor", StringComparison.Ordinal))
            .Select(fault => (fault.Kind, fault.Node, fault.Text))
            .Order();

    private static void Write(Random random, Utf8JsonWriter json, CborWriter cbor, ref int left, int depth)
    {
        left--;
        int kind = depth > 6 || left <= 0 ? random.Next(4, 12) : random.Next(12);
        switch (kind)
        {
            case < 4:
                WriteMany(random, json, cbor, ref left, depth, map: kind % 2 == 0);
                break;
            case 4 or 5:
                string text = Texts[random.Next(Texts.Length)];
                json.WriteStringValue(text);
                cbor.WriteTextString(text);
                break;
            case 6 or 7:
                long integer = Integers[random.Next(Integers.Length)];
                json.WriteNumberValue(integer);
                cbor.WriteInt64(integer);
                break;
            case 8:
                WriteBig(json, cbor, BigInteger.Parse(BigIntegers[random.Next(BigIntegers.Length)], CultureInfo.InvariantCulture));
                break;
            case 9:
                double value = Floats[random.Next(Floats.Length)];
                json.WriteRawValue(value.ToString("E16", CultureInfo.InvariantCulture));
                cbor.WriteDouble(value);
                break;
            case 10:
                json.WriteNullValue();
                cbor.WriteNull();
                break;
            default:
                json.WriteBooleanValue(left % 2 == 0);
                cbor.WriteBoolean(left % 2 == 0);
                break;
        }
    }

    private static void WriteBig(Utf8JsonWriter json, CborWriter cbor, BigInteger value)
    {
        json.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
        if (value > 0 && value <= ulong.MaxValue)
        {
            cbor.WriteUInt64((ulong)value);
        }
        else if (value < 0 && value >= -1 - (BigInteger)ulong.MaxValue)
        {
            cbor.WriteCborNegativeIntegerRepresentation((ulong)(-1 - value));
        }
        else
        {
            cbor.WriteBigInteger(value);
        }
    }

    private static void WriteMany(Random random, Utf8JsonWriter json, CborWriter cbor, ref int left, int depth, bool map)
    {
        int count = random.Next(20) == 0 ? 40 : random.Next(6);
        int? length = random.Next(3) == 0 ? null : count;
        if (map)
        {
            json.WriteStartObject();
            cbor.WriteStartMap(length);
        }
        else
        {
            json.WriteStartArray();
            cbor.WriteStartArray(length);
        }

        for (int i = 0; i < count; i++)
        {
            if (map)
            {
                string name = random.Next(3) == 0 ? Texts[random.Next(Texts.Length)] : $"name{i}";
                json.WritePropertyName(name);
                cbor.WriteTextString(name);
            }

            Write(random, json, cbor, ref left, depth + 1);
        }

        if (map)
        {
            json.WriteEndObject();
            cbor.WriteEndMap();
        }
        else
        {
            json.WriteEndArray();
            cbor.WriteEndArray();
        }
    }
}
