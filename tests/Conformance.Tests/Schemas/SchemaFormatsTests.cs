using System.Text;
using Conformance.Schemas;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas;

/// <summary>Which formats assert, and some that the public suite leaves out.</summary>
public sealed class SchemaFormatsTests
{
    [Fact]
    public void Format_ByDefault_AssertsNothing() => Compile("""{"format":"date"}""").IsValid(Json("\"x\"")).ShouldBeTrue();

    [Fact]
    public void Format_UnknownName_AssertsNothing() =>
        Compile("""{"format":"no-such"}""", new SchemaOptions { AssertFormats = true }).IsValid(Json("\"x\"")).ShouldBeTrue();

    [Fact]
    public void Register_OwnFormat_IsUsedAndLeavesTheOldSetAlone()
    {
        SchemaFormats formats = SchemaFormats.Standard.Register("short", text => text.Length < 3).Register("date", _ => false);
        CompiledSchema schema = Compile("""{"format":"short"}""", new SchemaOptions { AssertFormats = true, Formats = formats });

        schema.IsValid(Json("\"ab\"")).ShouldBeTrue();
        schema.Evaluate(Json("\"abc\"")).ShouldHaveSingleItem().Expected.ShouldBe("a string of the format short");
        SchemaFormats.Standard.Find("short").ShouldBeNull();
        SchemaFormats.Standard.Find("date")!("2020-02-29"u8).ShouldBeTrue();
        formats.Find("date")!("2020-02-29"u8).ShouldBeFalse();
    }

    [Fact]
    public void Standard_NamesOfTheDraft_AreAllThere() => SchemaFormats.Standard.Names.ShouldBe(
    [
        "date", "date-time", "duration", "email", "hostname", "idn-email", "idn-hostname", "ipv4", "ipv6", "iri", "iri-reference", "json-pointer",
        "regex", "relative-json-pointer", "time", "uri", "uri-reference", "uri-template", "uuid",
    ]);

    /// <summary>Examples of RFC 3492, section 7.1, and of RFC 3339, RFC 3986 and RFC 6570, beside their near misses.</summary>
    [Theory]
    [InlineData("hostname", "xn--ihqwcrb4cv8a8dqg056pqjye", true)]
    [InlineData("hostname", "xn--4dbcagdahymbxekheh6e0a7fei0b", true)]
    [InlineData("hostname", "xn--egbpdaj6bu4bxfgehfvwxn", false)] // a good encoding, but of a text with a question mark
    [InlineData("hostname", "xn--", false)]
    [InlineData("hostname", "ab--cd", false)]
    [InlineData("idn-hostname", "münchen.de", true)]
    [InlineData("idn-hostname", "MÜNCHEN.de", false)]
    [InlineData("idn-hostname", "ｍ.de", false)]
    [InlineData("date-time", "1985-04-12T23:20:50.52Z", true)]
    [InlineData("date-time", "1990-12-31T15:59:60-08:00", true)]
    [InlineData("date-time", "1990-12-31T15:59:59", false)]
    [InlineData("date-time", "1990-12-31 15:59:59Z", false)]
    [InlineData("date", "1900-02-29", false)]
    [InlineData("date", "2000-02-29", true)]
    [InlineData("uri", "telnet://192.0.2.16:80/", true)]
    [InlineData("uri", "urn:", true)]
    [InlineData("uri", "http://[fe80::1%25en1]/", false)]
    [InlineData("uri-template", "{/list*,path:4}", true)]
    [InlineData("uri-template", "{/list*,path:}", false)]
    [InlineData("ipv6", "1::2:3:4:5:6:7:8", false)]
    [InlineData("ipv6", "::1.2.3.4", true)]
    [InlineData("ipv6", "1:2:3:4:5:6:7::", true)]
    [InlineData("ipv4", "1.2.3", false)]
    [InlineData("email", "a@b", true)]
    [InlineData("email", "\"a\\\"@b\"@c", true)]
    [InlineData("email", "\"a\"b\"@c", false)]
    [InlineData("duration", "P", false)]
    [InlineData("duration", "P1Y1M1DT", false)]
    [InlineData("regex", "(?<a>b)\\k<a>", true)]
    public void Check_Example_IsJudgedAsTheRfcSays(string format, string text, bool expected) =>
        SchemaFormats.Standard.Find(format)!(Encoding.UTF8.GetBytes(text)).ShouldBe(expected);

    [Fact]
    public void Check_AnyBytes_NeverThrows()
    {
        var random = new Random(1);
        byte[] alphabet = [.. "09azAZ-+.:/@[]{}%#?~\"\\xnPTWZ "u8, 0xC3, 0xA9, 0xFF, 0xF0, 0x00];
        foreach (string name in SchemaFormats.Standard.Names)
        {
            FormatCheck check = SchemaFormats.Standard.Find(name)!;
            for (int i = 0; i < 3000; i++)
            {
                byte[] text = new byte[random.Next(90)];
                for (int j = 0; j < text.Length; j++)
                {
                    text[j] = alphabet[random.Next(alphabet.Length)];
                }

                if (i % 3 == 0 && text.Length > 4)
                {
                    "xn--"u8.CopyTo(text);
                }

                check(text);
            }
        }
    }
}
