using System.Diagnostics;
using Conformance.Containers;
using Conformance.Containers.LibArchive;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Containers;

/// <summary>Whatever the bytes are: no exception gets out, and nothing takes long.</summary>
public sealed class RobustnessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("gnu.tar.gz")]
    [InlineData("infozip.zip")]
    [InlineData("python-streamed.zip")]
    [InlineData("libarchive.7z")]
    [InlineData("gnu.tar.xz")]
    [InlineData("gnu.tar.zst")]
    public void Truncation_AtEveryByte_IsFound(string file)
    {
        SkipWithoutLibArchive(file);
        byte[] whole = File.ReadAllBytes(ArchiveFiles.PathOf(file));
        var watch = Stopwatch.StartNew();
        for (int length = 0; length < whole.Length; length++)
        {
            Reading? reading = Read(whole[..length]);
            bool found = reading is null || reading.Rules.Any(rule => rule is not ("ARC022" or "ARC077"));
            found.ShouldBeTrue($"{file} cut to {length} bytes");
        }

        watch.Elapsed.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void Truncation_OfATarArchive_IsFoundUpToItsEnd()
    {
        byte[] whole = File.ReadAllBytes(ArchiveFiles.PathOf("gnu.tar"));
        int end = whole.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        end = (end + 511) / 512 * 512;
        for (int length = 1; length < end + 1024; length += length < 2048 ? 1 : 37)
        {
            Reading? reading = Read(whole[..length]);
            (reading is null || reading.Rules.Any()).ShouldBeTrue($"cut to {length} bytes");
        }
    }

    [Theory]
    [InlineData("gnu.tar")]
    [InlineData("posix.tar")]
    [InlineData("gnu.tar.gz")]
    [InlineData("infozip.zip")]
    [InlineData("python-streamed.zip")]
    [InlineData("libarchive.7z")]
    [InlineData("gnu.tar.xz")]
    [InlineData("gnu.tar.zst")]
    public void BytesChangedAtRandom_NoExceptionGetsOut(string file)
    {
        SkipWithoutLibArchive(file);
        byte[] whole = File.ReadAllBytes(ArchiveFiles.PathOf(file));
        var random = new Random(2783);
        var watch = Stopwatch.StartNew();
        for (int round = 0; round < 500; round++)
        {
            byte[] changed = [.. whole];
            for (int i = 0; i <= round % 8; i++)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            Read(changed);
        }

        watch.Elapsed.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void RandomBytesBehindEachSignature_NoExceptionGetsOut()
    {
        var random = new Random(2783);
        byte[][] signatures =
        [
            [0x1f, 0x8b, 8, 0], [.. "PK\x03\x04"u8], [.. "PK\x05\x06"u8], [.. "Rar!\x1a\x07\0"u8], [.. "Rar!\x1a\x07\x01\0"u8],
            [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], [0xfd, .. "7zXZ\0"u8], [0x28, 0xb5, 0x2f, 0xfd], [.. "BZh91AY&SY"u8], [],
        ];
        for (int round = 0; round < 300; round++)
        {
            byte[] bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Read([.. signatures[round % signatures.Length], .. bytes]);
        }
    }

    [Fact]
    public void Next_Cancelled_Throws()
    {
        using Container container = ContainerFactory.Open(ArchiveFiles.PathOf("gnu.tar"), new ContainerLimits(), new RecordingSink()).Container.ShouldNotBeNull();
        Should.Throw<OperationCanceledException>(() => container.Next(new CancellationToken(true)));
    }

    [Theory]
    [InlineData("gnu.tar.gz", 2000)]
    [InlineData("gnu.tar", 10_000)]
    public void ContentEndedEarly_OfTheMemberThatIsCut_IsTrue(string file, int length)
    {
        byte[] whole = File.ReadAllBytes(ArchiveFiles.PathOf(file));
        EndedEarly(whole).ShouldAllBe(early => !early);
        EndedEarly(whole[..length]).Last().ShouldBeTrue();
    }

    private static List<bool> EndedEarly(byte[] bytes)
    {
        using Container container = ContainerFactory.Open(new MemoryStream(bytes), new ContainerLimits(), new RecordingSink()).Container.ShouldNotBeNull();
        var result = new List<bool>();
        while (container.Next(TestContext.Current.CancellationToken) is { } entry)
        {
            entry.Content.CopyTo(Stream.Null);
            result.Add(container.ContentEndedEarly);
        }

        return result;
    }

    [Theory]
    [InlineData("gnu.tar.gz")]
    [InlineData("infozip.zip")]
    public void Content_OfAnEntryThatWasLeft_IsEmpty(string file)
    {
        using Container container = ContainerFactory.Open(ArchiveFiles.PathOf(file), new ContainerLimits(), new RecordingSink()).Container.ShouldNotBeNull();
        Stream first = container.Next(TestContext.Current.CancellationToken).ShouldNotBeNull().Content;
        container.Next(TestContext.Current.CancellationToken).ShouldNotBeNull();

        first.ReadByte().ShouldBe(-1);
    }

    [Fact]
    public void Rewind_InTheMiddle_ReportsEachFindingOnce()
    {
        byte[] bytes = new Tar.TarBuilder().File("/a").File("/b").File("/c").End();
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            var sink = new RecordingSink();
            using Container container = ContainerFactory.Open(path, new ContainerLimits(), sink).Container.ShouldNotBeNull();
            for (int entries = 0; entries <= 4; entries++)
            {
                container.Rewind();
                for (int i = 0; i < entries; i++)
                {
                    container.Next(TestContext.Current.CancellationToken);
                }

                sink.Findings.Count.ShouldBe(Math.Min(entries, 3));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void SkipWithoutLibArchive(string file) => Assert.SkipWhen(
        LibArchiveLibrary.Instance is null && !(file.EndsWith(".gz", StringComparison.Ordinal) || file.EndsWith(".zip", StringComparison.Ordinal) || file.EndsWith(".tar", StringComparison.Ordinal)),
        "libarchive isn't installed here.");

    private static Reading? Read(byte[] bytes)
    {
        try
        {
            return Reading.OfStream(bytes, new ContainerLimits { TotalBytes = 64 << 20 });
        }
        catch (InvalidDataException refused)
        {
            refused.Message.ShouldNotContain('\n');
            return null;
        }
    }
}
