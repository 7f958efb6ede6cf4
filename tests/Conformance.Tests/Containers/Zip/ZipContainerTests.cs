using System.Text;
using Conformance.Containers;
using Shouldly;
using Xunit;
using static Conformance.Tests.Containers.Zip.ZipBuilder;

namespace Conformance.Tests.Containers.Zip;

public sealed class ZipContainerTests
{
    [Fact]
    public void Next_StoredAndDeflated_AreRead()
    {
        Reading reading = Read(new ZipBuilder().Add(Stored("a", "one")).Add(Deflated("b/c", "two")).End());

        reading.Rules.ShouldBeEmpty();
        reading.Entries.Select(entry => (entry.Path, entry.Content)).ShouldBe([("a", "one"), ("b/c", "two")]);
    }

    [Fact]
    public void Next_NoEntries_GivesNoneAndNothingIsWrong() => Read(new ZipBuilder().End()).ShouldSatisfyAllConditions(
        reading => reading.Entries.ShouldBeEmpty(), reading => reading.Rules.ShouldBeEmpty());

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 4)]
    [InlineData(true, 8)]
    [InlineData(false, 8)]
    public void Next_DataDescriptorOfAnyForm_IsUnderstood(bool signature, int width)
    {
        Entry record = Deflated("a");
        byte[] descriptor =
        [
            .. signature ? "PK\x07\x08"u8 : [], .. Int(record.Crc), .. Int(record.CompressedSize), .. new byte[width - 4], .. Int(record.Size), .. new byte[width - 4],
        ];
        record = record with { Flags = 8, LocalCrc = 0, LocalSize = 0, LocalCompressedSize = 0, Descriptor = descriptor };

        Reading reading = Read(new ZipBuilder().Add(record).Add(Stored("b")).End());

        reading.Rules.ShouldBeEmpty();
        reading["a"].Content.ShouldBe("content");
    }

    [Fact]
    public void Next_OffsetsNotAdjustedForBytesInFront_AreShifted()
    {
        Reading reading = Read([.. "#!/bin/sh\n"u8, .. new ZipBuilder().Add(Stored("a")).End()]);

        reading.Rules.ShouldBe(["ARC070"]);
        reading["a"].Content.ShouldBe("content");
    }

    [Fact]
    public void Arc020_EncryptedEntry_IsUnusable()
    {
        Reading reading = Read(new ZipBuilder().Add(Stored("a") with { Flags = 1 }).Add(Stored("b")).End());

        reading.Rules.ShouldBe(["ARC020"]);
        reading.Entries.Select(entry => entry.Unusable).ShouldBe([true, false]);
        reading["a"].Content.ShouldBe("");
    }

    [Fact]
    public void Arc060_CutBeforeTheDirectory_IsReported()
    {
        byte[] whole = new ZipBuilder().Add(Stored("a")).End();

        Read(whole[..40]).ShouldSatisfyAllConditions(
            reading => reading.Rules.ShouldBe(["ARC060"]), reading => reading.Sink.NotChecked.ShouldHaveSingleItem().Decisive.ShouldBeTrue());
    }

    [Fact]
    public void Arc061_RecordWithoutItsSignature_IsReported()
    {
        byte[] bytes = new ZipBuilder().Add(Stored("a")).Add(Stored("b")).End();
        int second = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        bytes[second] = 0;

        Read(bytes).ShouldSatisfyAllConditions(
            reading => reading.Rules.ShouldContain("ARC061"), reading => reading.Paths.ShouldBe(["a"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Arc062_WrongNumberOfEntries_IsReported(int count) =>
        Read(new ZipBuilder().Add(Stored("a")).End(count: count)).Rules.ShouldBe(["ARC062"]);

    [Fact]
    public void Arc063_NoLocalHeaderThere_IsReported()
    {
        byte[] bytes = new ZipBuilder().Add(Stored("a")).Add(Stored("b")).End();
        bytes[3] = 0x44;
        Reading reading = Read(bytes);

        reading.Rules.ShouldContain("ARC063");
        reading.Entries.Select(entry => entry.Unusable).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("method")]
    [InlineData("checksum")]
    [InlineData("compressed size")]
    [InlineData("size")]
    [InlineData("data descriptor")]
    public void Arc064_HeadersDisagree_IsReported(string field)
    {
        Entry entry = Stored("a");
        entry = field switch
        {
            "name" => entry with { LocalName = "b" },
            "method" => entry with { LocalMethod = 8 },
            "checksum" => entry with { LocalCrc = 1 },
            "compressed size" => entry with { LocalCompressedSize = 1 },
            "size" => entry with { LocalSize = 1 },
            _ => entry with { Flags = 8, Descriptor = new byte[16] },
        };
        Reading reading = Read(new ZipBuilder().Add(entry).End());

        reading.Sink.Findings[0].Rule.ShouldBe("ARC064");
        reading.Sink.Findings[0].Arguments[1].Value.ShouldBe(field);
    }

    [Fact]
    public void Arc065_TwoRecordsOfOneLocalHeader_AreReported() =>
        Read(new ZipBuilder().Add(Stored("a")).Add(Stored("a") with { Name = "b", HasLocal = false, Offset = 0 }).End())
            .Rules.ShouldContain("ARC065");

    [Fact]
    public void Arc065_EntryWithinTheDataOfAnother_IsReported()
    {
        byte[] inner = new ZipBuilder().Add(Stored("b")).End();
        string data = Encoding.Latin1.GetString(inner[..38]);
        Reading reading = Read(new ZipBuilder().Add(Stored("a", data)).Add(Stored("b") with { HasLocal = false, Offset = 31 }).End());

        reading.Rules.ShouldBe(["ARC065"]);
        reading.Entries.Select(entry => entry.Unusable).ShouldBe([false, true]);
    }

    [Fact]
    public void Arc065_EntryThatReachesIntoTheDirectory_IsReported() =>
        Read(new ZipBuilder().Add(Stored("a") with { CompressedSize = 60, Size = 60 }).End()).Rules.ShouldContain("ARC065");

    [Theory]
    [InlineData(6u)]
    [InlineData(8u)]
    public void Arc066_LyingSize_IsReported(uint size) => Read(new ZipBuilder().Add(Deflated("a") with { Size = size }).End()).Rules.ShouldBe(["ARC066"]);

    [Fact]
    public void Arc066_CompressedDataEndsBeforeItsSize_IsReported()
    {
        Entry record = Deflated("a");
        record = record with { Data = [.. record.Data, 1, 2, 3], CompressedSize = record.CompressedSize + 3 };

        Read(new ZipBuilder().Add(record).End()).Rules.ShouldBe(["ARC066"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Arc067_WrongChecksum_IsReported(bool deflated)
    {
        Entry record = deflated ? Deflated("a") : Stored("a");

        Read(new ZipBuilder().Add(record with { Crc = record.Crc ^ 1 }).End()).Rules.ShouldBe(["ARC067"]);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(93)]
    [InlineData(95)]
    public void Arc068_OtherMethod_IsReportedAndNotChecked(int method)
    {
        Reading reading = Read(new ZipBuilder().Add(Stored("a") with { Method = method }).Add(Stored("b")).End());

        reading.Rules.ShouldBe(["ARC068"]);
        reading.Entries.Select(entry => entry.Unusable).ShouldBe([true, false]);
        reading.Sink.NotChecked.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
    }

    [Fact]
    public void Arc069_DamagedData_IsReported()
    {
        Entry record = Deflated("a", new string('a', 1000) + "b");

        Read(new ZipBuilder().Add(record with { Data = [.. record.Data.Select(_ => (byte)0xff)] }).End()).Rules.ShouldBe(["ARC069"]);
    }

    [Fact]
    public void Arc069_CompressedDataCutShort_IsReported()
    {
        Entry record = Deflated("a", "some content that is long enough");
        record = record with { Data = record.Data[..^4], CompressedSize = record.CompressedSize - 4 };

        Read(new ZipBuilder().Add(record).End()).Rules.ShouldBe(["ARC069"]);
    }

    [Fact]
    public void Arc070_BytesInFrontThatOffsetsCount_AreReported() =>
        Read(new ZipBuilder().Raw("#!/bin/sh\n"u8.ToArray()).Add(Stored("a")).End()).Rules.ShouldBe(["ARC070"]);

    [Fact]
    public void Arc071_BytesAfterTheEnd_AreReported() =>
        Read([.. new ZipBuilder().Add(Stored("a")).End(), .. "and more"u8]).Rules.ShouldBe(["ARC071"]);

    [Fact]
    public void Arc072_LocalEntryThatNobodyLists_IsReported()
    {
        Reading reading = Read(new ZipBuilder().Add(Stored("a")).Add(Stored("hidden") with { Listed = false }).Add(Stored("b")).End());

        reading.Rules.ShouldBe(["ARC072"]);
        reading.Paths.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Arc073_Comment_IsNoted() => Read(new ZipBuilder().Add(Stored("a")).End("hello")).Rules.ShouldBe(["ARC073"]);

    [Fact]
    public void Arc074_Zip64SizeMissing_IsReported()
    {
        Reading reading = Read(new ZipBuilder().Add(Stored("a") with { Size = uint.MaxValue }).End());

        reading.Rules.ShouldContain("ARC074");
        reading["a"].Unusable.ShouldBeTrue();
    }

    [Fact]
    public void Arc074_Zip64SizeThere_IsFine()
    {
        byte[] extra = [.. Short(1), .. Short(8), 7, 0, 0, 0, 0, 0, 0, 0];

        Read(new ZipBuilder().Add(Stored("a") with { Size = uint.MaxValue, LocalSize = 7, Extra = extra }).End()).Rules.ShouldBeEmpty();
    }

    [Fact]
    public void Arc075_OneOfSeveralDisks_IsReported() => Read(new ZipBuilder().Add(Stored("a")).End(disk: 1)).Rules.ShouldBe(["ARC075"]);

    [Fact]
    public void Arc076_EndWithinTheComment_IsReported()
    {
        string other = Encoding.Latin1.GetString(new ZipBuilder().End());

        Read(new ZipBuilder().Add(Stored("a")).End(other)).Rules.ShouldContain("ARC076");
    }

    [Fact]
    public void Arc076_StoredArchiveInTheArchive_IsFine()
    {
        string inner = Encoding.Latin1.GetString(new ZipBuilder().Add(Stored("b")).End());

        Read(new ZipBuilder().Add(Stored("a.zip", inner)).End()).Rules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "ARC077")]
    [InlineData(1 << 11, null)]
    public void Arc077_NameBeyondAscii_MustBeMarked(int flags, string? rule)
    {
        Reading reading = Read(new ZipBuilder().Add(Stored(Encoding.Latin1.GetString("grün"u8)) with { Flags = flags }).End());

        reading.Rules.ShouldBe(rule is null ? [] : [rule]);
        reading.Paths.ShouldBe(["grün"]);
    }

    [Theory]
    [InlineData("b", "ARC078")]
    [InlineData("a", null)]
    public void Arc078_UnicodePath_MustBeTheName(string unicode, string? rule)
    {
        byte[] extra = [.. Short(0x7075), .. Short(5 + unicode.Length), 1, .. Int(Crc("a"u8.ToArray())), .. Encoding.UTF8.GetBytes(unicode)];

        Read(new ZipBuilder().Add(Stored("a") with { Extra = extra }).End()).Rules.ShouldBe(rule is null ? [] : [rule]);
    }

    [Theory]
    [InlineData("content", "ARC079")]
    [InlineData("", null)]
    public void Arc079_DirectoryWithContent_IsReported(string content, string? rule)
    {
        Reading reading = Read(new ZipBuilder().Add(Stored("a/", content)).End());

        reading.Rules.ShouldBe(rule is null ? [] : [rule]);
        reading["a"].Kind.ShouldBe(ContainerEntryKind.Directory);
    }

    [Theory]
    [InlineData("../../etc/passwd", "ARC010")]
    [InlineData("b", "ARC011")]
    public void SymbolicLink_HasItsTargetAsContent(string target, string rule)
    {
        Reading reading = Read(new ZipBuilder().Add(Deflated("a", target) with { Attributes = 0xa1ff0000 }).End());

        reading.Rules.ShouldBe([rule]);
        reading["a"].ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(ContainerEntryKind.SymbolicLink), e => e.Content.ShouldBe(""));
    }

    [Fact]
    public void Lim003_EntryThatInflatesTooWell_EndsTheReading()
    {
        byte[] bytes = new ZipBuilder().Add(Deflated("a", new string('a', 1_000_000))).Add(Stored("b")).End();

        Read(bytes, new ContainerLimits { Ratio = 100, RatioFloorBytes = 500_000 }).ShouldSatisfyAllConditions(
            reading => reading.Rules.ShouldBe(["LIM003"]), reading => reading.Paths.ShouldBe(["a"]));
        Read(bytes, new ContainerLimits { Ratio = 100, RatioFloorBytes = 2_000_000 }).Rules.ShouldBeEmpty();
    }

    [Fact]
    public void Lim003_BytesOfTheDirectory_DontCountAsCompressed()
    {
        ZipBuilder zip = new ZipBuilder().Add(Deflated("a", new string('a', 1_000_000)));
        for (int i = 0; i < 1000; i++)
        {
            zip = zip.Add(Stored($"empty/{i}", ""));
        }

        Read(zip.End(), new ContainerLimits { Ratio = 500, RatioFloorBytes = 500_000 }).Rules.ShouldBe(["LIM003"]);
    }

    private static Reading Read(byte[] bytes, ContainerLimits? limits = null) => Reading.OfFile(bytes, ".zip", limits);
}
