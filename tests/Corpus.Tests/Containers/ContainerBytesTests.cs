using System.Formats.Tar;
using System.IO.Compression;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Archives;
using Conformance.Generator.Containers;
using Shouldly;
using Xunit;
using Utf8 = System.Text.Encoding;

namespace Conformance.Corpus.Tests.Containers;

/// <summary>What the generator writes by hand, read by the platform.</summary>
public class ContainerBytesTests
{
    [Fact]
    public void DenseRun_ManyMatches_InflatesToZeros()
    {
        byte[] plain = Inflate(Deflate.DenseRun(10_000));
        plain.Length.ShouldBe(1 + (258 * 10_000));
        plain.All(b => b == 0).ShouldBeTrue();
        (plain.Length / (double)Deflate.DenseRun(10_000).Length).ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void FixedRun_Matches_InflatesToZeros()
    {
        byte[] plain = Inflate(Deflate.FixedRun([0], 1000));
        plain.Length.ShouldBe(258_001);
        plain.All(b => b == 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData("0,")]
    [InlineData("abc")]
    [InlineData("{\"\":")]
    public void FixedRun_Pattern_InflatesToItsRepetition(string pattern)
    {
        byte[] deflate = [.. Deflate.FixedRun(Utf8.ASCII.GetBytes(pattern), 1000, final: false), .. Deflate.Stored("end"u8)];

        string plain = Utf8.ASCII.GetString(Inflate(deflate));

        int length = pattern.Length + 258_000;
        plain.ShouldBe(string.Concat(Enumerable.Repeat(pattern, 130_000))[..length] + "end");
    }

    [Fact]
    public void Stored_MoreThanOneBlock_InflatesToItself()
    {
        byte[] content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7))];
        Inflate(Deflate.Stored(content)).ShouldBe(content);
    }

    [Fact]
    public void Gzip_Member_ReadByPlatform()
    {
        byte[] content = Utf8.UTF8.GetBytes("some content");
        using var gzip = new GZipStream(new MemoryStream(GzipBytes.Of(content)), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        plain.ToArray().ShouldBe(content);
    }

    [Fact]
    public void Crc32_CheckValue_AsPublished() => Crc32.Of("123456789"u8).ShouldBe(0xCBF43926u);

    [Fact]
    public void Crc32_Zeros_SameAsOfBytes() => Crc32.OfZeros(1000).ShouldBe(Crc32.Of(new byte[1000]));

    [Fact]
    public void Tar_MembersOfAllKinds_ReadByPlatform()
    {
        byte[] tar = TarBytes.Of(
            TarMember.Directory("m.users/"),
            new TarMember("m.users/users.1.cbor", [1, 2, 3]),
            TarMember.SymbolicLink("link", "m.users/users.1.cbor"),
            TarMember.HardLink("hard", "m.users/users.1.cbor"),
            TarMember.Pax(("path", "Zoë")),
            new TarMember("short", [4]),
            TarMember.GnuLongName("long/" + new string('x', 200)),
            new TarMember("cut", [5]) { Magic = "ustar  \0" },
            new TarMember("large", new byte[9]) { SizeField = TarBytes.Base256(9) });
        using var reader = new TarReader(new MemoryStream(tar));
        var seen = new List<(string, TarEntryType, long)>();
        while (reader.GetNextEntry() is { } entry)
        {
            seen.Add((entry.Name, entry.EntryType, entry.Length));
        }

        seen.ShouldBe(
        [
            ("m.users/", TarEntryType.Directory, 0), ("m.users/users.1.cbor", TarEntryType.RegularFile, 3), ("link", TarEntryType.SymbolicLink, 0),
            ("hard", TarEntryType.HardLink, 0), ("Zoë", TarEntryType.RegularFile, 1), ("long/" + new string('x', 200), TarEntryType.RegularFile, 1),
            ("large", TarEntryType.RegularFile, 9),
        ]);
    }

    [Fact]
    public void Zip_StoredAndDeflated_ReadByPlatform()
    {
        byte[] content = Utf8.UTF8.GetBytes("some content");
        byte[] zip = ZipBytes.Of(
            new ZipMember("stored", content),
            new ZipMember("dir/deflated", content) { Method = 8, Stored = Deflate.Stored(content) });
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.Entries.Select(e => e.FullName).ShouldBe(["stored", "dir/deflated"]);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream stream = entry.Open();
            using var plain = new MemoryStream();
            stream.CopyTo(plain);
            plain.ToArray().ShouldBe(content);
        }
    }

    private static byte[] Inflate(byte[] deflate)
    {
        using var inflate = new DeflateStream(new MemoryStream(deflate), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        inflate.CopyTo(plain);
        return plain.ToArray();
    }

    [Fact]
    public void PlainZip_MembersBehind4GiB_ReadByPlatform()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("large.zip");
        var stream = new FileStream(file, FileMode.Create);
        using (var zip = new PlainZip(stream))
        {
            zip.Add("first", 5, new MemoryStream("11111"u8.ToArray()));

            // A hole that a file system doesn't store stands for gigabytes of members.
            stream.Seek(5L << 30, SeekOrigin.Begin);
            zip.Add("second", 6, new MemoryStream("222222"u8.ToArray()));
        }

        using ZipArchive archive = ZipFile.OpenRead(file);

        archive.Entries.Select(entry => entry.FullName).ShouldBe(["first", "second"]);
        archive.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()).ShouldBe(["11111", "222222"]);
    }

    [Fact]
    public void PlainZip_MoreMembersThan65534_ReadByPlatform()
    {
        using var bytes = new MemoryStream();
        using (var zip = new PlainZip(bytes))
        {
            for (int i = 0; i < 66_000; i++)
            {
                zip.Add($"m{i}", 0, Stream.Null);
            }
        }

        using var archive = new ZipArchive(new MemoryStream(bytes.ToArray()));

        archive.Entries.Count.ShouldBe(66_000);
    }
}
