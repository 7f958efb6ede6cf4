using System.IO.Compression;
using Conformance.Generator.Archives;
using Conformance.Generator.Containers;
using Conformance.Generator.Encoding;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Containers;

public class DeflatePieceTests
{
    public static TheoryData<string> Kinds => ["empty", "one", "zeros", "random", "text", "skewed", "long"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gzip_AnyContent_PlatformReadsIt(string kind)
    {
        byte[] content = Make(kind);
        var file = new MemoryStream();
        using (var gzip = new PlainGzip(file))
        {
            gzip.Write(content);
        }

        using var back = new MemoryStream();
        using (var platform = new GZipStream(new MemoryStream(file.ToArray()), CompressionMode.Decompress))
        {
            platform.CopyTo(back);
        }

        back.ToArray().ShouldBe(content);
    }

    [Fact]
    public void Compress_Text_AsSmallAsAFastLibraryMakesIt()
    {
        byte[] content = Make("text");
        using var fast = new MemoryStream();
        using (var deflate = new DeflateStream(fast, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        new DeflatePiece().Compress(content).Length.ShouldBeLessThan((int)(fast.Length * 1.3));
    }

    [Fact]
    public void Zip_SomeMembers_PlatformReadsThem()
    {
        var file = new MemoryStream();
        using (var zip = new PlainZip(file))
        {
            zip.Add("a/b.txt", 5, new MemoryStream("hello"u8.ToArray()));
            zip.Add("c", 70_000, new MemoryStream(Make("text")[..70_000]));
        }

        using var platform = new ZipArchive(new MemoryStream(file.ToArray()));
        platform.Entries.Select(entry => (entry.FullName, entry.Length)).ShouldBe([("a/b.txt", 5L), ("c", 70_000L)]);
        using var text = new StreamReader(platform.Entries[0].Open());
        text.ReadToEnd().ShouldBe("hello");
    }

    private static byte[] Make(string kind)
    {
        var random = new SeededRandom(7);
        return kind switch
        {
            "empty" => [],
            "one" => [42],
            "zeros" => new byte[1_000_000],
            "random" => [.. Enumerable.Range(0, 300_000).Select(_ => (byte)random.Next())],
            "text" => System.Text.Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"word{random.Below(500)}"))),

            // Frequencies as Fibonacci's numbers make the deepest trees there are.
            "skewed" => [.. Enumerable.Range(0, 24).SelectMany(i => Enumerable.Repeat((byte)i, Fibonacci(i))).OrderBy(_ => random.Next())],
            _ => [.. Enumerable.Range(0, 2_000_000).Select(i => (byte)(i * i >> 7))],
        };
    }

    private static int Fibonacci(int n) => n < 2 ? 1 : Fibonacci(n - 1) + Fibonacci(n - 2);
}
