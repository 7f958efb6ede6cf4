using System.Text;
using Conformance.Profiles.Federation.Media;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Federation.Media;

/// <summary>Bodies in parts, by the grammar of RFC 2046, section 5.1.1.</summary>
public sealed class MultipartReaderTests
{
    /// <summary>The shape of the example of RFC 2046, section 5.1.1: a preamble, a part without headers, a part with one, an epilogue.</summary>
    [Fact]
    public void Read_BodyOfTheStandardsExample_HasBothParts()
    {
        MultipartBody body = Read(
            "To be passed over.\r\n--simple boundary\r\n\r\nNo line end\r\nbehind this.\r\n--simple boundary\r\nContent-type: text/plain; charset=us-ascii\r\n\r\nOne line end\r\n\r\n--simple boundary--\r\n\r\nTo be passed over, too.",
            "simple boundary");

        body.IsClosed.ShouldBeTrue();
        body.Count.ShouldBe(2);
        body.Parts[0].Headers.ShouldBeEmpty();
        Text(body.Parts[0]).ShouldBe("No line end\r\nbehind this.");
        body.Parts[1].Header("CONTENT-TYPE").ShouldBe("text/plain; charset=us-ascii");
        Text(body.Parts[1]).ShouldBe("One line end\r\n");
    }

    [Theory]
    [InlineData("", 0, false)]
    [InlineData("--x--", 0, false)]
    [InlineData("--x", 0, false)]
    [InlineData("--x\r\n", 1, false)]
    [InlineData("--x\r\n--x--", 1, true)]
    [InlineData("--x\r\n\r\n--x--", 1, true)]
    [InlineData("--x \t\r\n\r\na\r\n--x-- \t", 1, true)]
    [InlineData("--x\r\n\r\na\n--x--", 1, false)]
    [InlineData("--x\n\na\n--x--\n", 0, false)]
    [InlineData("--x\r\n\r\na\r\n--xx\r\n--x-\r\n --x--\r\n--x--", 1, true)]
    [InlineData("--x\r\n\r\na\r\n--x\r\n\r\nb", 2, false)]
    [InlineData("--x\r\n\r\na\r\n--x--\r\n--x\r\n\r\nb\r\n--x--", 1, true)]
    public void Read_Body_HasPartsAndEnd(string text, int parts, bool isClosed)
    {
        MultipartBody body = Read(text, "x");

        body.Count.ShouldBe(parts);
        body.Parts.Length.ShouldBe(parts);
        body.IsClosed.ShouldBe(isClosed);
    }

    [Theory]
    [InlineData("A: b\r\n\r\nc", "A=b", "c", false)]
    [InlineData("A: b\r\n  c\r\n\td\r\n\r\n", "A=b c d", "", false)]
    [InlineData("A:\r\n\r\n", "A=", "", false)]
    [InlineData("Location: a\r\n", "Location=a", "", false)]
    [InlineData(" A: b\r\n\r\n", "", "", true)]
    [InlineData("A b\r\n\r\nc", "", "", true)]
    [InlineData("A : b\r\n\r\nc", "", "", true)]
    [InlineData(": b\r\n\r\nc", "", "", true)]
    [InlineData("hello", "", "", true)]
    [InlineData("", "", "", false)]
    public void Read_Part_HasHeadersAndContent(string part, string headers, string content, bool isFaulty)
    {
        MultipartPart read = Read($"--x\r\n{part}\r\n--x--", "x").Parts.ShouldHaveSingleItem();

        string.Join(",", read.Headers.Select(header => $"{header.Name}={header.Value}")).ShouldBe(headers);
        Text(read).ShouldBe(content);
        (read.Fault is not null).ShouldBe(isFaulty);
    }

    [Fact]
    public void Read_PartsAndHeadersWithoutEnd_AreBounded()
    {
        MultipartBody many = Read(string.Concat(Enumerable.Repeat("--x\r\n\r\n", 100_000)) + "--x--", "x");
        MultipartBody long_ = Read("--x\r\n" + string.Concat(Enumerable.Repeat("A: b\r\n", 100_000)) + "\r\n--x--", "x");

        many.Count.ShouldBe(100_000);
        many.Parts.Length.ShouldBe(MultipartReader.MaxParts);
        long_.Parts[0].Fault.ShouldNotBeNull();
        long_.Parts[0].Headers.Length.ShouldBeLessThan(MultipartReader.MaxHeaderBytes);
    }

    /// <summary>What is put together in the plainest way comes apart into the same parts, whatever bytes they hold.</summary>
    [Fact]
    public void Read_RandomParts_ComeApartAsTheyWerePutTogether()
    {
        var random = new Random(7);
        for (int round = 0; round < 500; round++)
        {
            byte[][] contents = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Content(random))];
            var whole = new MemoryStream();
            foreach (byte[] content in contents)
            {
                whole.Write("\r\n--b0\r\nA: b\r\n\r\n"u8);
                whole.Write(content);
            }

            whole.Write("\r\n--b0--"u8);

            MultipartBody body = MultipartReader.Read(whole.ToArray(), "b0");

            body.IsClosed.ShouldBeTrue();
            body.Parts.Select(part => part.Content.ToArray()).ShouldBe(contents);
        }
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("a b", true)]
    [InlineData("a ", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a\"b", false)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234567890", true)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901", false)]
    public void IsBoundary_Text_FollowsTheGrammar(string? text, bool expected) => MultipartReader.IsBoundary(text).ShouldBe(expected);

    [Theory]
    [InlineData("\r\n--abc\r\nA: b", "abc")]
    [InlineData("preamble\r\n--a b \r\n", "a b")]
    [InlineData("nothing", null)]
    [InlineData("", null)]
    public void Guess_Body_TakesTheFirstDelimiter(string body, string? boundary) => MultipartReader.Guess(Encoding.Latin1.GetBytes(body)).ShouldBe(boundary);

    /// <summary>Bytes that look a little like delimiters, and never are one.</summary>
    private static byte[] Content(Random random)
    {
        string[] pieces = ["\r\n", "--b", "-", "\r", "\n", "--b0x", "\0", "x", " "];
        return Encoding.Latin1.GetBytes(string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => pieces[random.Next(pieces.Length)]))) is var bytes
            && Encoding.Latin1.GetString(bytes).Contains("\r\n--b0", StringComparison.Ordinal) ? [] : bytes;
    }

    private static MultipartBody Read(string text, string boundary) => MultipartReader.Read(Encoding.Latin1.GetBytes(text), boundary);

    private static string Text(MultipartPart part) => Encoding.Latin1.GetString(part.Content.Span);
}
