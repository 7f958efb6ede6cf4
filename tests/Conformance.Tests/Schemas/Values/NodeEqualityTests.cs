using System.Globalization;
using System.Numerics;
using System.Text;
using Conformance.Documents;
using Conformance.Schemas.Values;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas.Values;

/// <summary>Equality and hashes by the JSON data model.</summary>
public sealed class NodeEqualityTests
{
    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "10e-1")]
    [InlineData("0", "-0.0")]
    [InlineData("100", "1e2")]
    [InlineData("123456789012345678901234567890", "1.2345678901234567890123456789e29")]
    [InlineData("\"a\"", "\"\\u0061\"")]
    [InlineData("""{"a":1,"b":[2,{"c":3}]}""", """{"b":[2.0,{"c":3}],"a":1}""")]
    public void AreEqual_SameValue_IsEqualAndHashesAlike(string a, string b)
    {
        NodeEquality.AreEqual(Json(a), Json(b)).ShouldBeTrue();
        NodeHash.Of(Json(a)).ShouldBe(NodeHash.Of(Json(b)));
    }

    [Theory]
    [InlineData("1", "true")]
    [InlineData("0", "false")]
    [InlineData("0", "null")]
    [InlineData("1", "\"1\"")]
    [InlineData("9007199254740993", "9007199254740992.0")]
    [InlineData("1e400", "1e401")]
    [InlineData("[]", "{}")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[[1],2]", "[1,[2]]")]
    [InlineData("""{"a":1}""", """{"b":1}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":2,"b":1}""")]
    [InlineData("""{"a":null}""", """{}""")]
    public void AreEqual_OtherValue_IsNot(string a, string b)
    {
        NodeEquality.AreEqual(Json(a), Json(b)).ShouldBeFalse();
        NodeEquality.AreEqual(Json(b), Json(a)).ShouldBeFalse();
    }

    [Fact]
    public void AreEqual_LargeMapsInAnyOrder_AreEqual()
    {
        string[] members = [.. Enumerable.Range(0, 1000).Select(i => $"\"k{i}\":{i}")];
        Node one = Json("{" + string.Join(',', members) + "}");
        Node two = Json("{" + string.Join(',', members.Reverse()) + "}");

        NodeEquality.AreEqual(one, two).ShouldBeTrue();
        NodeHash.Of(one).ShouldBe(NodeHash.Of(two));
    }

    /// <summary>Against exact arithmetic on fractions.</summary>
    [Fact]
    public void Numbers_AnyDecimals_CompareAndDivideAsFractionsDo()
    {
        var numbers =
            from mantissa in Gen.Choose(-100_000, 100_000)
            from exponent in Gen.Choose(-6, 6)
            select (Mantissa: mantissa, Exponent: exponent);
        Prop.ForAll(Arb.From(numbers), Arb.From(numbers), (a, b) =>
        {
            (BigInteger left, BigInteger right) = (Scaled(a), Scaled(b));
            var limit = new SchemaNumber(Json(Text(b)));
            Math.Sign(limit.CompareFrom(Json(Text(a)))).ShouldBe(left.CompareTo(right));
            NodeEquality.AreEqual(Json(Text(a)), Json(Text(b))).ShouldBe(left == right);
            if (b.Mantissa > 0)
            {
                limit.Divides(Json(Text(a))).ShouldBe(left % right == 0);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("123456789012345678901234567890", "3", true)]
    [InlineData("123456789012345678901234567891", "3", false)]
    [InlineData("1e1000000", "7", false)]
    [InlineData("7e1000000", "7", true)]
    [InlineData("0", "0.3", true)]
    [InlineData("-4.5", "1.5", true)]
    [InlineData("1234567890123456789012345678.90", "0.1", true)]
    public void Divides_LargeNumbers_IsExact(string number, string divisor, bool expected) =>
        new SchemaNumber(Json(divisor)).Divides(Json(number)).ShouldBe(expected);

    [Fact]
    public void CodePoints_TextOfAnyLength_AreCountedAsRunes()
    {
        for (int length = 0; length < 150; length++)
        {
            string text = string.Concat(Enumerable.Range(0, length).Select(i => (i % 4) switch { 0 => "a", 1 => "é", 2 => "€", _ => "😀" }));
            CodePoints.Count(Encoding.UTF8.GetBytes(text)).ShouldBe(text.EnumerateRunes().Count());
        }
    }

    private static string Text((int Mantissa, int Exponent) number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number.Mantissa}e{number.Exponent}");

    private static BigInteger Scaled((int Mantissa, int Exponent) number) => number.Mantissa * BigInteger.Pow(10, number.Exponent + 6);
}
