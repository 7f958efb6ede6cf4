using System.Globalization;
using System.Numerics;
using System.Text;
using Conformance.Documents;
using Conformance.Tests.Documents.Cbor;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents;

public sealed class NodeTests
{
    // The same value in both encodings; the model must not tell them apart.
    private const string Json = """{"a":[1,-2,"x",null],"b":{"c":true,"d":false},"":9007199254740991}""";
    private const string Cbor = "a3 6161 84 01 21 6178 f6 6162 a2 6163 f5 6164 f4 60 1b001fffffffffffff";

    public static TheoryData<DocumentEncoding> Encodings => [DocumentEncoding.Json, DocumentEncoding.Cbor];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Get_NamesOfAMap_ValuesOrNone(DocumentEncoding encoding)
    {
        Node root = Read(encoding).Root;

        root.Kind.ShouldBe(NodeKind.Map);
        root.Count.ShouldBe(3);
        root.Get("b"u8).Get("c"u8).Kind.ShouldBe(NodeKind.True);
        root.Get("b"u8).Get("d"u8).Kind.ShouldBe(NodeKind.False);
        root.Get(""u8).Int64Value.ShouldBe(9007199254740991);
        root.Get("c"u8).Exists.ShouldBeFalse();
        root.Get("c"u8).Get("d"u8).Kind.ShouldBe(NodeKind.None);
        root.Get("a"u8).Get("x"u8).Exists.ShouldBeFalse();
        default(Node).Get("a"u8).Exists.ShouldBeFalse();
    }

    [Theory]
    [InlineData(DocumentEncoding.Json, """{"a":1,"b":2,"a":3}""")]
    [InlineData(DocumentEncoding.Cbor, "a3 6161 01 6162 02 6161 03")]
    public void Get_NameThatStandsTwice_LastValue(DocumentEncoding encoding, string text)
    {
        byte[] bytes = encoding == DocumentEncoding.Json ? Encoding.UTF8.GetBytes(text) : Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
        Node root = DocumentReader.Read(bytes, encoding).Root;

        root.Get("a"u8).Int64Value.ShouldBe(3);
        root.Get("b"u8).Int64Value.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Elements_OfAnArray_InOrder(DocumentEncoding encoding)
    {
        Node array = Read(encoding).Root.Get("a"u8);
        var kinds = new List<NodeKind>();
        foreach (Node element in array.Elements())
        {
            kinds.Add(element.Kind);
        }

        array.Count.ShouldBe(4);
        kinds.ShouldBe([NodeKind.Integer, NodeKind.Integer, NodeKind.Text, NodeKind.Null]);
        array.Members().MoveNext().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Members_OfAMap_PairsInOrder(DocumentEncoding encoding)
    {
        Node root = Read(encoding).Root;
        var names = new List<string>();
        foreach ((Node key, Node value) in root.Members())
        {
            names.Add($"{key.AsString()}:{value.Kind}");
        }

        names.ShouldBe(["a:Array", "b:Map", ":Integer"]);
        root.Elements().MoveNext().ShouldBeFalse();
        root.Get(""u8).Members().MoveNext().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Values_OfTheWrongKind_Throw(DocumentEncoding encoding)
    {
        Node root = Read(encoding).Root;

        Should.Throw<InvalidOperationException>(() => root.Utf8.Length);
        Should.Throw<InvalidOperationException>(() => root.Int64Value);
        Should.Throw<InvalidOperationException>(() => root.DoubleValue);
        Should.Throw<InvalidOperationException>(() => root.BigIntegerValue);
        Should.Throw<InvalidOperationException>(() => default(Node).Document);
        root.AsString().ShouldBeNull();
        root.TextEquals("a"u8).ShouldBeFalse();
        default(Node).TextEquals(""u8).ShouldBeFalse();
        default(Node).AsString().ShouldBeNull();
        default(Node).Offset.ShouldBe(0);
        default(Node).Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(DocumentEncoding.Json, "18446744073709551615", "18446744073709551615")]
    [InlineData(DocumentEncoding.Json, "-9223372036854775809", "-9223372036854775809")]
    [InlineData(DocumentEncoding.Json, "-9223372036854775808", "-9223372036854775808")]
    [InlineData(DocumentEncoding.Cbor, "1bffffffffffffffff", "18446744073709551615")]
    [InlineData(DocumentEncoding.Cbor, "3b8000000000000000", "-9223372036854775809")]
    [InlineData(DocumentEncoding.Cbor, "3b7fffffffffffffff", "-9223372036854775808")]
    [InlineData(DocumentEncoding.Cbor, "c2 49010000000000000000", "18446744073709551616")]
    [InlineData(DocumentEncoding.Cbor, "c3 4a00010000000000000000", "-18446744073709551617")]
    [InlineData(DocumentEncoding.Cbor, "c1 3bffffffffffffffff", "-18446744073709551616")]
    [InlineData(DocumentEncoding.Cbor, "c1 c2 49010000000000000000", "18446744073709551616")]
    public void BigIntegerValue_AnySize_Exact(DocumentEncoding encoding, string source, string value)
    {
        Node node = Read(encoding, source).Root;
        BigInteger expected = BigInteger.Parse(value, CultureInfo.InvariantCulture);

        node.BigIntegerValue.ShouldBe(expected);
        node.DoubleValue.ShouldBe(double.Parse(value, CultureInfo.InvariantCulture));
        node.Flags.HasFlag(NodeFlags.BigInteger).ShouldBe(expected < long.MinValue || expected > long.MaxValue);
        if (node.Flags.HasFlag(NodeFlags.BigInteger))
        {
            Should.Throw<InvalidOperationException>(() => node.Int64Value);
        }
        else
        {
            node.Int64Value.ShouldBe((long)expected);
        }
    }

    [Fact]
    public void DoubleValue_BigInteger_IsTheNearest()
    {
        // 2^64 + 3072 lies nearer to 2^64 + 4096 than to 2^64, its neighbours among doubles.
        Read(DocumentEncoding.Cbor, "c2 49010000000000000c00").Root.DoubleValue.ShouldBe(18446744073709555712d);
    }

    [Fact]
    public void RawAndOffset_OfATaggedValue_IncludeTheTag()
    {
        var document = new Document();
        DocumentReader.Read(CborText.Bytes("82 00 c1 6161"), DocumentEncoding.Cbor, document, 100);

        Node text = document[2];

        Convert.ToHexStringLower(text.Raw).ShouldBe("c16161");
        text.Offset.ShouldBe(102);
        text.Flags.ShouldBe(NodeFlags.Tagged);
        text.TextEquals("a"u8).ShouldBeTrue();
    }

    [Fact]
    public void Item_OutsideOfTheTape_Throws()
    {
        Document document = CborText.Read("8101");

        document[1].Int64Value.ShouldBe(1);
        Should.Throw<ArgumentOutOfRangeException>(() => document[2]);
        Should.Throw<ArgumentOutOfRangeException>(() => document[-1]);
    }

    private static Document Read(DocumentEncoding encoding) => Read(encoding, encoding == DocumentEncoding.Json ? Json : Cbor);

    private static Document Read(DocumentEncoding encoding, string source) =>
        encoding == DocumentEncoding.Json ? DocumentReader.Read(Encoding.UTF8.GetBytes(source), encoding) : CborText.Read(source);
}
