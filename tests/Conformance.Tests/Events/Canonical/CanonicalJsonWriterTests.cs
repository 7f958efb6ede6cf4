using System.Collections.Concurrent;
using System.Formats.Cbor;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Events.Canonical;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Canonical;

public sealed class CanonicalJsonWriterTests
{
    private readonly CanonicalJsonWriter _writer = new();

    // The examples of the appendix, Canonical JSON.
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{ \"one\": 1, \"two\": \"Two\" }", "{\"one\":1,\"two\":\"Two\"}")]
    [InlineData("{\n \"b\": \"2\",\n \"a\": \"1\"\n}", "{\"a\":\"1\",\"b\":\"2\"}")]
    [InlineData("{\"b\":\"2\",\"a\":\"1\"}", "{\"a\":\"1\",\"b\":\"2\"}")]
    [InlineData("{\"auth\":{\"success\":true,\"mxid\":\"@john.doe:example.com\",\"profile\":{\"display_name\":\"John Doe\",\"three_pids\":[{\"medium\":\"email\",\"address\":\"john.doe@example.org\"},{\"medium\":\"msisdn\",\"address\":\"123456789\"}]}}}", "{\"auth\":{\"mxid\":\"@john.doe:example.com\",\"profile\":{\"display_name\":\"John Doe\",\"three_pids\":[{\"address\":\"john.doe@example.org\",\"medium\":\"email\"},{\"address\":\"123456789\",\"medium\":\"msisdn\"}]},\"success\":true}}")]
    [InlineData("{\"a\": \"日本語\"}", "{\"a\":\"日本語\"}")]
    [InlineData("{\"本\": 2, \"日\": 1}", "{\"日\":1,\"本\":2}")]
    [InlineData("{\"a\": \"\\u65E5\"}", "{\"a\":\"日\"}")]
    [InlineData("{\"a\": null}", "{\"a\":null}")]
    [InlineData("{\"a\": -0, \"b\": 1e10}", "{\"a\":0,\"b\":10000000000}")]
    public void Write_ExampleOfTheAppendix_ComesOutAsThere(string json, string canonical) => Strict(json).ShouldBe(canonical);

    [Theory]
    [InlineData("\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\\\/\"", "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\"")]
    [InlineData("\"\\u007f\\u2028\\ud834\\udd1e\"", "\"\u007f\u2028𝄞\"")]
    [InlineData("[9007199254740991,-9007199254740991,1.0,-0.0]", "[9007199254740991,-9007199254740991,1,0]")]
    public void Write_Scalars_AreShortest(string json, string canonical) => Strict(json).ShouldBe(canonical);

    // What Python's json module (canonicaljson 2.0.0, as Synapse uses it) writes for these numerals.
    [Theory]
    [InlineData("1.0", "1.0")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("0.0", "0.0")]
    [InlineData("-0", "0")]
    [InlineData("1e0", "1.0")]
    [InlineData("100", "100")]
    [InlineData("1e2", "100.0")]
    [InlineData("1e15", "1000000000000000.0")]
    [InlineData("1e16", "1e+16")]
    [InlineData("1.5e16", "1.5e+16")]
    [InlineData("123456789012345680.0", "1.2345678901234568e+17")]
    [InlineData("1234567890123456.7", "1234567890123456.8")]
    [InlineData("1e20", "1e+20")]
    [InlineData("1e22", "1e+22")]
    [InlineData("1e100", "1e+100")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00012", "0.00012")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("1e-7", "1e-07")]
    [InlineData("1.25e-10", "1.25e-10")]
    [InlineData("0.1", "0.1")]
    [InlineData("-36.6", "-36.6")]
    [InlineData("3.141592653589793", "3.141592653589793")]
    [InlineData("51.5074", "51.5074")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-123456789012345678901234567890", "-123456789012345678901234567890")]
    public void Write_NumberOutsideOfCanonicalJsonInOldRooms_IsWrittenAsServersDo(string numeral, string canonical)
    {
        Write(Encoding.UTF8.GetBytes("[" + numeral + "]"), DocumentEncoding.Json, lenient: true).ShouldBe("[" + canonical + "]");
        if (!numeral.Contains('.', StringComparison.Ordinal) && !numeral.Contains('e', StringComparison.Ordinal))
        {
            return;
        }

        var cbor = new CborWriter();
        cbor.WriteDouble(double.Parse(numeral, System.Globalization.CultureInfo.InvariantCulture));
        Write(cbor.Encode(), DocumentEncoding.Cbor, lenient: true).ShouldBe(canonical);
    }

    [Theory]
    [InlineData("1bffffffffffffffff", "18446744073709551615")]
    [InlineData("3bffffffffffffffff", "-18446744073709551616")]
    [InlineData("c249010000000000000000", "18446744073709551616")]
    [InlineData("c349010000000000000000", "-18446744073709551617")]
    public void Write_LargeIntegerOfCbor_IsExact(string hex, string canonical) =>
        Write(Convert.FromHexString(hex), DocumentEncoding.Cbor, lenient: true).ShouldBe(canonical);

    [Theory]
    [InlineData("f97c00")]
    [InlineData("f97e00")]
    [InlineData("f7")]
    [InlineData("4161")]
    [InlineData("a10102")]
    [InlineData("e0")]
    public void Write_WhatJsonHasNoFormFor_IsNotExact(string hex)
    {
        Write(Convert.FromHexString(hex), DocumentEncoding.Cbor, lenient: true);
        _writer.IsExact.ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2}")]
    [InlineData("{\"b\":0,\"a\":1,\"b\":{\"x\":1,\"x\":2},\"a\":3}", "{\"a\":3,\"b\":{\"x\":2}}")]
    public void Write_NameThatStandsTwice_HasItsLastValue(string json, string canonical) => Strict(json).ShouldBe(canonical);

    [Fact]
    public void Write_NamesAboveTheBasicPlane_SortByCodePoint() =>
        Strict("{\"🦊\":1,\"\uFFFD\":2,\"\uE000\":3,\"z\":4}").ShouldBe("{\"z\":4,\"\uE000\":3,\"\uFFFD\":2,\"🦊\":1}");

    [Fact]
    public void Write_GeneratedObjects_AgreeWithAnIndependentWriterInBothEncodings()
    {
        for (int seed = 0; seed < 3000; seed++)
        {
            JsonObject value = new RandomJson(seed).Object(4);
            string expected = IndependentCanonicalJson.Write(value);
            Strict(value.ToJsonString()).ShouldBe(expected, $"seed {seed}");
            Write(Encoding.UTF8.GetBytes(expected), DocumentEncoding.Json, lenient: true).ShouldBe(expected, $"seed {seed}");
            Write(RandomJson.ToCbor(value), DocumentEncoding.Cbor, lenient: false).ShouldBe(expected, $"seed {seed}");
            _writer.IsExact.ShouldBeTrue();
        }
    }

    [Fact]
    public void Write_AMillionGeneratedObjects_AgreesWithAnIndependentWriter()
    {
        var wrong = new ConcurrentQueue<string>();
        long bytes = 0;
        Parallel.For(0, 100, part =>
        {
            var generated = new TwofoldJson(part);
            var document = new Document();
            var writer = new CanonicalJsonWriter();
            long written = 0;
            for (int i = 0; i < 10_000; i++)
            {
                generated.Next();
                DocumentReader.Read(generated.Written.Span.ToArray(), DocumentEncoding.Json, document);
                writer.Start(document, lenient: false);
                writer.WriteValue(0);
                written += writer.Written.Length;
                if (!writer.IsExact || !writer.Written.SequenceEqual(generated.Canonical.Span))
                {
                    wrong.Enqueue(Encoding.UTF8.GetString(generated.Written.Span));
                    return;
                }
            }

            Interlocked.Add(ref bytes, written);
        });

        wrong.ShouldBeEmpty();
        bytes.ShouldBeGreaterThan(60_000_000);
    }

    private string Strict(string json) => Write(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json, lenient: false);

    private string Write(byte[] bytes, DocumentEncoding encoding, bool lenient)
    {
        _writer.Start(DocumentReader.Read(bytes, encoding), lenient);
        _writer.WriteValue(0);
        return Encoding.UTF8.GetString(_writer.Written);
    }
}
