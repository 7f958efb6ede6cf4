using System.Numerics;
using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Json;

/// <summary>Numerals as the Matrix data model (appendices, canonical JSON) and RFC 7493 §2.2 see them.</summary>
public sealed class JsonReaderNumberTests
{
    [Theory]
    [InlineData("0", "", NodeKind.Integer, NodeFlags.None)]
    [InlineData("-0", "NegativeZero@0", NodeKind.Integer, NodeFlags.NegativeZero)]
    [InlineData("9007199254740991", "", NodeKind.Integer, NodeFlags.None)]
    [InlineData("-9007199254740991", "", NodeKind.Integer, NodeFlags.None)]
    [InlineData("9007199254740992", "IntegerOutOfRange@0", NodeKind.Integer, NodeFlags.None)]
    [InlineData("-9007199254740992", "IntegerOutOfRange@0", NodeKind.Integer, NodeFlags.None)]
    [InlineData("9223372036854775807", "IntegerOutOfRange@0", NodeKind.Integer, NodeFlags.None)]
    [InlineData("-9223372036854775808", "IntegerOutOfRange@0", NodeKind.Integer, NodeFlags.None)]
    [InlineData("9223372036854775808", "IntegerOutOfRange@0", NodeKind.Integer, NodeFlags.BigInteger)]
    [InlineData("-9223372036854775809", "IntegerOutOfRange@0", NodeKind.Integer, NodeFlags.BigInteger)]
    [InlineData("1.5", "Float@0", NodeKind.Float, NodeFlags.None)]
    [InlineData("1.0", "IntegralFloat@0", NodeKind.Float, NodeFlags.Integral)]
    [InlineData("0.0", "IntegralFloat@0", NodeKind.Float, NodeFlags.Integral)]
    [InlineData("1e10", "IntegralFloat@0", NodeKind.Float, NodeFlags.Integral)]
    [InlineData("1E5", "IntegralFloat@0", NodeKind.Float, NodeFlags.Integral)]
    [InlineData("9007199254740991.0", "IntegralFloat@0", NodeKind.Float, NodeFlags.Integral)]
    [InlineData("9007199254740992.0", "Float@0", NodeKind.Float, NodeFlags.Integral)]
    [InlineData("1e300", "Float@0", NodeKind.Float, NodeFlags.Integral)]
    [InlineData("-0.0", "NegativeZero@0", NodeKind.Float, NodeFlags.Integral | NodeFlags.NegativeZero)]
    [InlineData("-0e1", "NegativeZero@0", NodeKind.Float, NodeFlags.Integral | NodeFlags.NegativeZero)]
    [InlineData("1e400", "NumberOverflow@0", NodeKind.Float, NodeFlags.None)]
    [InlineData("-1e400", "NumberOverflow@0", NodeKind.Float, NodeFlags.None)]
    [InlineData("0e99999999999999999999", "IntegralFloat@0", NodeKind.Float, NodeFlags.Integral)]
    public void Read_Numeral_IsClassified(string text, string faults, NodeKind kind, NodeFlags flags)
    {
        Document document = JsonReading.Read(text);

        JsonReading.FaultsOf(document).ShouldBe(faults);
        document.Root.Kind.ShouldBe(kind);
        document.Root.Flags.ShouldBe(flags);
    }

    [Fact]
    public void Read_IntegersBeyondLong_KeepTheirValue() =>
        JsonReading.Read("-123456789012345678901234567890").Root.BigIntegerValue.ToString().ShouldBe("-123456789012345678901234567890");

    [Theory]
    [InlineData(19)]
    [InlineData(400)]
    [InlineData(4096)]
    public void Read_LongInteger_KeepsItsValue(int digits)
    {
        Document document = JsonReading.Read(new string('9', digits));

        JsonReading.FaultsOf(document).ShouldBe("IntegerOutOfRange@0");
        document.Root.BigIntegerValue.ShouldBe(BigInteger.Pow(10, digits) - 1);
        document.Root.DoubleValue.ShouldBe(double.Parse(new string('9', digits)));
    }

    [Fact]
    public void Read_IntegerOfAMillionDigits_IsNotKeptAsOne()
    {
        Document document = JsonReading.Read("-" + new string('7', 1_000_000));

        JsonReading.FaultsOf(document).ShouldBe("IntegerOutOfRange@0");
        document.Root.DoubleValue.ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void Read_FloatsOfAllSizes_AreTheNearestDoubles()
    {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
            {
                continue;
            }

            string text = value.ToString("E16");
            JsonReading.Read(text).Root.DoubleValue.ShouldBe(value, text);
        }
    }
}
