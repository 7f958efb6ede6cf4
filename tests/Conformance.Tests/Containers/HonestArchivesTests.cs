using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Conformance.Containers;
using Conformance.Containers.LibArchive;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Containers;

/// <summary>Archives of one sane tree, made by the programs that administrators have: nothing may be wrong with them.</summary>
public sealed class HonestArchivesTests
{
    private const string LongPath =
        "org.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.txt";

    private static readonly string Numbers = string.Concat(Enumerable.Range(1, 2000).Select(n => $"{n}\n"));

    [Theory]
    [InlineData("gnu.tar", "tar")]
    [InlineData("gnu-dot.tar", "tar")]
    [InlineData("posix.tar", "tar")]
    [InlineData("ustar.tar", "tar")]
    [InlineData("v7.tar", "tar")]
    [InlineData("libarchive-pax.tar", "tar")]
    [InlineData("gnu.tar.gz", "tar.gz")]
    [InlineData("python-pax.tar.gz", "tar.gz")]
    [InlineData("python-gnu.tar.gz", "tar.gz")]
    [InlineData("infozip.zip", "zip")]
    [InlineData("infozip-streamed.zip", "zip")]
    [InlineData("python.zip", "zip")]
    [InlineData("python-streamed.zip", "zip")]
    [InlineData("libarchive.zip", "zip")]
    public void Next_ArchiveOfASaneTree_GivesItsFilesAndNothingIsWrong(string file, string format)
    {
        Reading reading = Reading.OfPath(ArchiveFiles.PathOf(file));

        reading.Format.ShouldBe(format);
        reading.Rules.Where(rule => rule != "ARC077").ShouldBeEmpty();
        reading.Sink.NotChecked.ShouldBeEmpty();
        ShouldHoldTheTree(reading, withLongPath: file is not ("ustar.tar" or "v7.tar"));

        Reading piped = Reading.OfStream(File.ReadAllBytes(ArchiveFiles.PathOf(file)));
        piped.Entries.ShouldBe(reading.Entries);
        piped.Rules.ShouldBe(reading.Rules);
    }

    [Theory]
    [InlineData("gnu.tar.xz", "tar.xz")]
    [InlineData("gnu.tar.zst", "tar.zst")]
    [InlineData("libarchive.7z", "7z")]
    public void Next_ArchiveThatNeedsLibArchive_GivesItsFilesAndNotesTheFormatOnly(string file, string format)
    {
        Assert.SkipWhen(LibArchiveLibrary.Instance is null, "libarchive isn't installed here.");
        Reading reading = Reading.OfPath(ArchiveFiles.PathOf(file));

        reading.Format.ShouldBe(format);
        reading.Rules.ShouldBe(["ARC022"]);
        reading.Sink.NotChecked.ShouldBeEmpty();
        ShouldHoldTheTree(reading, withLongPath: true);

        Reading piped = Reading.OfStream(File.ReadAllBytes(ArchiveFiles.PathOf(file)));
        piped.Entries.ShouldBe(reading.Entries);
        piped.Rules.ShouldBe(reading.Rules);
    }

    [Fact]
    public void Next_DirectoryOfASaneTree_GivesItsFilesAndNothingIsWrong()
    {
        string root = Directory.CreateTempSubdirectory("conformance-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "m.events"));
            Directory.CreateDirectory(Path.Combine(root, "org.example"));
            File.WriteAllText(Path.Combine(root, "manifest.mspf.json"), "{\"version\":0,\"items\":{\"m.events\":{\"v\":1}}}");
            File.WriteAllBytes(Path.Combine(root, "m.events/events.1.cbor"), [0xa0]);
            File.WriteAllText(Path.Combine(root, "org.example/numbers.txt"), Numbers);
            File.WriteAllText(Path.Combine(root, "org.example/empty"), "");
            File.WriteAllText(Path.Combine(root, "org.example/grün.txt"), "grün");
            File.WriteAllText(Path.Combine(root, LongPath), "long");

            Reading reading = Reading.OfPath(root);

            reading.Format.ShouldBe("directory");
            reading.Rules.ShouldBeEmpty();
            reading.Sink.NotChecked.ShouldBeEmpty();
            ShouldHoldTheTree(reading, withLongPath: true);
            reading.Paths.ShouldBe(
                ["m.events", "m.events/events.1.cbor", "manifest.mspf.json", "org.example", LongPath, "org.example/empty", "org.example/grün.txt", "org.example/numbers.txt"]);
        }
        finally
        {
            Directory.Delete(root, true);
        }
    }

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Next_ArchiveOfSystemFormatsTar_NothingIsWrong(TarEntryFormat format)
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, format, leaveOpen: true))
        {
            TarEntry entry = format switch
            {
                TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, "m.events/a"),
                TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, "m.events/a"),
                TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, "m.events/a"),
                _ => new GnuTarEntry(TarEntryType.RegularFile, "m.events/a"),
            };
            entry.DataStream = new MemoryStream("content"u8.ToArray());
            writer.WriteEntry(entry);
        }

        Reading reading = Reading.OfStream(bytes.ToArray());
        reading.Rules.ShouldBeEmpty();
        reading.Entries.Select(entry => (entry.Path, entry.Content)).ShouldBe([("m.events/a", "content")]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Next_ArchiveOfSystemIoCompression_NothingIsWrong(bool seekable)
    {
        using var bytes = new MemoryStream();
        using (var writer = new ZipArchive(seekable ? bytes : new PipeLike(bytes), ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in (string[])["m.events/grün", "m.core.json", "empty"])
            {
                using Stream entry = writer.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(name == "empty" ? "" : name));
            }
        }

        Reading reading = Reading.OfStream(bytes.ToArray());
        reading.Rules.ShouldBeEmpty();
        reading.Paths.ShouldBe(["m.events/grün", "m.core.json", "empty"]);
        reading["m.core.json"].Content.ShouldBe("m.core.json");
    }

    private sealed class PipeLike(Stream to) : MemoryStream
    {
        public override bool CanSeek => false;

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => to.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => to.Write(buffer);

        public override void WriteByte(byte value) => to.WriteByte(value);
    }

    private static void ShouldHoldTheTree(Reading reading, bool withLongPath)
    {
        reading["manifest.mspf.json"].Content.ShouldBe("{\"version\":0,\"items\":{\"m.events\":{\"v\":1}}}");
        reading["m.events/events.1.cbor"].Content.ShouldBe("\u00a0");
        reading["org.example/numbers.txt"].Content.ShouldBe(Numbers);
        reading["org.example/numbers.txt"].DeclaredLength.ShouldBe(Numbers.Length);
        reading["org.example/empty"].Content.ShouldBe("");
        reading["org.example/grün.txt"].Content.ShouldBe(Encoding.Latin1.GetString("grün"u8));
        if (withLongPath)
        {
            reading[LongPath].Content.ShouldBe("long");
        }

        reading.Entries.Where(entry => entry.Kind == ContainerEntryKind.File).Count().ShouldBe(withLongPath ? 6 : 5);
        reading.Entries.ShouldAllBe(entry => !entry.Unusable);
    }
}
