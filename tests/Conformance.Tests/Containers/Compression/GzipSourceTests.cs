using System.IO.Compression;
using Conformance.Containers;
using Conformance.Tests.Containers.Tar;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Containers.Compression;

public sealed class GzipSourceTests
{
    private static readonly byte[] Tar = new TarBuilder().File("a", string.Concat(Enumerable.Range(0, 5000))).End();
    private static readonly byte[] Whole = Gzip(Tar);

    [Fact]
    public void Read_WholeFile_NothingIsWrong() => Reading.OfFile(Whole, ".tar.gz").Rules.ShouldBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(100)]
    public void Arc050_CutShort_IsReportedOnce(int missing) =>
        Reading.OfFile(Whole[..^missing], ".tar.gz").Rules.ShouldBe(["ARC050"]);

    [Fact]
    public void Arc051_WrongChecksum_IsReported() => Reading.OfFile(Changed(Whole.Length - 8), ".tar.gz").Rules.ShouldBe(["ARC051"]);

    [Fact]
    public void Arc052_WrongLength_IsReported() => Reading.OfFile(Changed(Whole.Length - 4), ".tar.gz").Rules.ShouldBe(["ARC052"]);

    [Fact]
    public void Arc053_DamagedData_IsReported()
    {
        byte[] bytes = [.. Whole];
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xff);

        Reading.OfFile(bytes, ".tar.gz").Rules.First().ShouldBeOneOf("ARC053", "ARC051");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(5000)]
    public void Arc054_SeveralMembers_AreReadAsOne(int first)
    {
        Reading reading = Reading.OfFile([.. Gzip(Tar[..first]), .. Gzip(Tar[first..])], ".tar.gz");

        reading.Rules.ShouldBe(["ARC054"]);
        reading["a"].Content.ShouldBe(string.Concat(Enumerable.Range(0, 5000)));
    }

    [Fact]
    public void Arc054_ManyEmptyMembers_AreNotedOnce() =>
        Reading.OfFile([.. Enumerable.Repeat(Gzip([]), 3000).SelectMany(bytes => bytes), .. Whole], ".tar.gz").Rules.ShouldBe(["ARC054"]);

    [Theory]
    [InlineData("and more", "ARC055")]
    [InlineData("x", "ARC055")]
    [InlineData("\0\0\0\0", null)]
    public void Arc055_BytesAfterTheEnd_AreReportedUnlessZero(string after, string? rule) =>
        Reading.OfFile([.. Whole, .. System.Text.Encoding.Latin1.GetBytes(after)], ".tar.gz").Rules.ShouldBe(rule is null ? [] : [rule]);

    [Theory]
    [InlineData(2, 7)]
    [InlineData(3, 0x80)]
    public void Arc056_MethodOrFlagUnknown_IsReported(int at, byte value)
    {
        byte[] bytes = [.. Whole];
        bytes[at] = value;

        Reading.OfFile(bytes, ".tar.gz").Rules.ShouldBe(["ARC056"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Arc056_AllOptionalFields_AreChecked(bool wrong)
    {
        byte[] header = [0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, .. "name\0comment\0"u8];
        uint crc = Zip.ZipBuilder.Crc(header) ^ (wrong ? 1u : 0u);
        byte[] bytes = [.. header, (byte)crc, (byte)(crc >> 8), .. Whole.AsSpan(10)];

        Reading.OfFile(bytes, ".tar.gz").Rules.ShouldBe(wrong ? ["ARC056"] : []);
    }

    [Fact]
    public void Arc056_NameWithoutAnEnd_IsReported() =>
        Reading.OfFile([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3, .. Enumerable.Repeat((byte)'a', 100_000)], ".tar.gz").Rules.ShouldBe(["ARC056"]);

    [Fact]
    public void Lim003_BombOfZeros_EndsTheReading()
    {
        byte[] bomb = Gzip([.. TarBuilder.Header("a", size: TarBuilder.Octal(20_000_000)), .. new byte[20_000_000]]);

        Reading reading = Reading.OfFile(bomb, ".tar.gz", new ContainerLimits { Ratio = 100, RatioFloorBytes = 1 << 20 });
        reading.Rules.ShouldBe(["LIM003"]);
        reading.Sink.NotChecked.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
    }

    [Fact]
    public void Lim003_BombAfterTheEndOfTheTarArchive_EndsTheReading()
    {
        byte[] bomb = Gzip([.. Tar, .. new byte[20_000_000]]);

        Reading.OfFile(bomb, ".tar.gz", new ContainerLimits { Ratio = 100, RatioFloorBytes = 1 << 20 }).Rules.ShouldBe(["LIM003"]);
    }

    [Fact]
    public void Position_AtTheEnd_IsTheLengthOfTheFile()
    {
        string path = ArchiveFiles.PathOf("gnu.tar.gz");
        using Container container = ContainerFactory.Open(path, new ContainerLimits(), new RecordingSink()).Container.ShouldNotBeNull();

        container.Length.ShouldBe(new FileInfo(path).Length);
        Reading.Read(container);
        container.Position.ShouldBe(new FileInfo(path).Length);
    }

    private static byte[] Changed(int at)
    {
        byte[] bytes = [.. Whole];
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return result.Length == 0 ? [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0] : result.ToArray();
    }
}
