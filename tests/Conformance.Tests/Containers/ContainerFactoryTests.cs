using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Conformance.Containers;
using Conformance.Containers.LibArchive;
using Conformance.Tests.Containers.Tar;
using Conformance.Tests.Containers.Zip;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Containers;

public sealed class ContainerFactoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Open_NothingThere_SaysSo() => Open("missing.tar.gz").Problem.ShouldNotBeNull().ShouldContain("no such file");

    [Theory]
    [InlineData("empty.tar.gz", "", "empty")]
    [InlineData("text.json", "{}", "not an archive")]
    [InlineData("text.tar.gz", "{}", "not an archive")]
    public void Open_NoContainer_SaysWhatIsExpected(string name, string content, string says)
    {
        File.WriteAllText(Path.Combine(_folder, name), content);
        string problem = Open(name).Problem.ShouldNotBeNull();

        problem.ShouldContain(says);
        problem.ShouldContain(".tar.gz");
        problem.ShouldNotContain('\n');
    }

    [Fact]
    public void Open_GzipOfSomethingElse_SaysSo()
    {
        using (var gzip = new GZipStream(File.Create(Path.Combine(_folder, "a.gz")), CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.ASCII.GetBytes(new string('x', 2000)));
        }

        Open("a.gz").Problem.ShouldNotBeNull().ShouldContain("no tar archive");
    }

    [Fact]
    public void Open_PipeOrSocket_DoesNotWait()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, "s")));

        Open("s").Problem.ShouldNotBeNull().ShouldContain("standard input");
    }

    [Theory]
    [InlineData("export.tar", null)]
    [InlineData("export.zip", "ARC021")]
    [InlineData("export.tar.gz", "ARC021")]
    [InlineData("export", null)]
    [InlineData("export.bak", null)]
    public void Arc021_NameOfAnotherFormat_IsReported(string name, string? rule)
    {
        File.WriteAllBytes(Path.Combine(_folder, name), new TarBuilder().File("a").End());

        Reading reading = Reading.OfPath(Path.Combine(_folder, name));
        reading.Format.ShouldBe("tar");
        reading.Rules.ShouldBe(rule is null ? [] : [rule]);
    }

    [Fact]
    public void Open_ZipFromAPipeBeyondTheLimit_IsRefused()
    {
        byte[] bytes = new ZipBuilder().Add(ZipBuilder.Stored("a")).End();
        using var stream = new MemoryStream(bytes);

        ContainerFactory.Open(stream, new ContainerLimits { HeldBytes = bytes.Length - 1 }, new RecordingSink()).Problem.ShouldNotBeNull().ShouldContain("save it to a file");
        Reading.OfStream(bytes, new ContainerLimits { HeldBytes = bytes.Length }).Rules.ShouldBeEmpty();
    }

    [Fact]
    public void Rewind_OfAPipe_IsNotSupported()
    {
        using Container container = ContainerFactory.Open(new MemoryStream(new TarBuilder().File("a").End()), new ContainerLimits(), new RecordingSink())
            .Container.ShouldNotBeNull();

        container.CanRewind.ShouldBeFalse();
        container.Length.ShouldBeNull();
        Should.Throw<NotSupportedException>(container.Rewind);
    }

    [Fact]
    public void Next_PipeThatGivesFewBytesAtATime_ReadsAll()
    {
        byte[] bytes = File.ReadAllBytes(ArchiveFiles.PathOf("gnu.tar.gz"));
        var sink = new RecordingSink();
        using Container container = ContainerFactory.Open(new TricklingStream(bytes), new ContainerLimits(), sink).Container.ShouldNotBeNull();

        Reading.Read(container).ShouldBe(Reading.OfStream(bytes).Entries);
        sink.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Next_DirectoryWithLinksAndASocket_FollowsNone()
    {
        File.WriteAllText(Path.Combine(_folder, "a"), "a");
        File.CreateSymbolicLink(Path.Combine(_folder, "in"), "a");
        File.CreateSymbolicLink(Path.Combine(_folder, "out"), "/etc/passwd");
        File.CreateSymbolicLink(Path.Combine(_folder, "loop"), ".");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, "s")));

        Reading reading = Reading.OfPath(_folder);

        reading.Entries.Select(entry => (entry.Path, entry.Kind, entry.Content)).ShouldBe(
        [
            ("a", ContainerEntryKind.File, "a"),
            ("in", ContainerEntryKind.SymbolicLink, ""),
            ("loop", ContainerEntryKind.SymbolicLink, ""),
            ("out", ContainerEntryKind.SymbolicLink, ""),
            ("s", ContainerEntryKind.Special, ""),
        ]);
        reading.Rules.ShouldBe(["ARC011", "ARC010", "ARC010", "ARC014"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Next_RarWrittenByHand_IsReadByLibArchive(bool five)
    {
        Assert.SkipWhen(LibArchiveLibrary.Instance is null, "libarchive isn't installed here.");
        Reading reading = Reading.OfFile(five ? RarFiles.Five("m.events/a", "content") : RarFiles.Four("m.events/a", "content"), ".rar");

        reading.Format.ShouldBe("rar");
        reading.Rules.ShouldBe(["ARC023"]);
        reading.Entries.Select(entry => (entry.Path, entry.Content)).ShouldBe([("m.events/a", "content")]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Arc024_RarCutAtAnyByte_IsReported(bool five)
    {
        Assert.SkipWhen(LibArchiveLibrary.Instance is null, "libarchive isn't installed here.");
        byte[] bytes = five ? RarFiles.Five("a", "content") : RarFiles.Four("a", "content");

        // The end mark of RAR 4 may be missing: old versions wrote none.
        int end = five ? bytes.Length : bytes.Length - 7;
        for (int length = 8; length < end; length++)
        {
            Reading.OfFile(bytes[..length], ".rar").Rules.ShouldContain("ARC024", $"{length} bytes");
        }
    }

    private ContainerOpening Open(string name) => ContainerFactory.Open(Path.Combine(_folder, name), new ContainerLimits(), new RecordingSink());

    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(3, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(3, count));
    }
}
