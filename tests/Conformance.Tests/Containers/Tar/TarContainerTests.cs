using Conformance.Containers;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Containers.Tar;

public sealed class TarContainerTests
{
    [Fact]
    public void Next_PosixPrefix_JoinsPrefixAndName() =>
        Read(new TarBuilder().Raw(TarBuilder.Header("b.json", prefix: "org.example/a")).End()).Paths.ShouldBe(["org.example/a/b.json"]);

    [Fact]
    public void Next_GnuHeader_HasNoPrefix() =>
        Read(new TarBuilder().Raw(TarBuilder.Header("b.json", magic: "ustar  \0", prefix: "00000000017")).End()).Paths.ShouldBe(["b.json"]);

    [Fact]
    public void Next_SizeInBase256_IsRead()
    {
        byte[] header = TarBuilder.Header("a");
        byte[] size = [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3];
        size.CopyTo(header, 124);

        Read(new TarBuilder().Raw(TarBuilder.Checksum(header)).Data("abc").End())["a"].Content.ShouldBe("abc");
    }

    [Fact]
    public void Next_SignedChecksumOfAnOldWriter_IsAccepted()
    {
        byte[] header = TarBuilder.Header("gr\u00fcn");
        int sum = header.Select((value, at) => at is >= 148 and < 156 ? (int)' ' : (sbyte)value).Sum();
        System.Text.Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0')).CopyTo(header, 148);

        Read(new TarBuilder().Raw(header).End()).Rules.ShouldBe(["ARC008"]);
    }

    [Fact]
    public void Next_VolumeLabel_IsNoMember() => Read(new TarBuilder().Empty("backup of Monday", 'V').File("a").End()).ShouldSatisfyAllConditions(
        reading => reading.Rules.ShouldBeEmpty(), reading => reading.Paths.ShouldBe(["a"]));

    [Fact]
    public void Report_FindingOfAnEntry_HasItsPlaceAmongTheEntriesGiven() =>
        Read(new TarBuilder().Empty("./", '5').File("a").File("/b").End()).Sink.Findings.ShouldHaveSingleItem().MemberOrdinal.ShouldBe(2);

    [Fact]
    public void Arc030_DamagedHeader_IsReportedAndReadingGoesOn()
    {
        byte[] damaged = TarBuilder.Header("b", size: TarBuilder.Octal(3));
        damaged[0] = (byte)'c';
        Reading reading = Read(new TarBuilder().File("a").Raw(damaged).Data("bbb").File("d", "ddd").End());

        reading.Rules.ShouldBe(["ARC030"]);
        reading.Paths.ShouldBe(["a", "d"]);
        reading["d"].Content.ShouldBe("ddd");
        reading.Sink.Findings[0].Arguments.Select(argument => argument.Value).ShouldBe(["1024", "2048"]);
        reading.Sink.NotChecked.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
    }

    [Theory]
    [InlineData(513)]
    [InlineData(1000)]
    [InlineData(1023)]
    [InlineData(1024 + 511)]
    public void Arc031_CutWithinAnEntry_IsReported(int length) =>
        Read(new TarBuilder().File("a", "abc").File("b").End()[..length]).Rules.ShouldBe(["ARC031"]);

    [Fact]
    public void Arc031_CutWithinAnEntry_NamesIt() =>
        Read(new TarBuilder().File("a").File("b", "abc").End()[..1537]).Sink.Findings.ShouldHaveSingleItem().Location.Member.ShouldBe("b");

    [Theory]
    [InlineData(0, "ARC032")]
    [InlineData(512, "ARC032")]
    [InlineData(1024, null)]
    [InlineData(10240, null)]
    public void Arc032_BlocksOfZerosAtTheEnd_TwoAreEnough(int zeros, string? rule) =>
        Read(new TarBuilder().File("a").Raw(new byte[zeros]).Unended()).Rules.ShouldBe(rule is null ? [] : [rule]);

    [Fact]
    public void Arc033_ArchivesJoined_IsReported()
    {
        byte[] first = new TarBuilder().File("a").End();
        Reading reading = Read([.. first, .. new TarBuilder().File("b").End()]);

        reading.Rules.ShouldBe(["ARC033"]);
        reading.Paths.ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("0000000009z")]
    [InlineData("-0000000001")]
    [InlineData("0x000000001")]
    public void Arc034_SizeThatIsNoNumber_IsReportedAndReadingGoesOn(string size)
    {
        Reading reading = Read(new TarBuilder().Raw(TarBuilder.Header("a", size: size)).File("b").End());

        reading.Rules.ShouldContain("ARC034");
        reading.Paths.ShouldBe(["b"]);
    }

    [Fact]
    public void Arc034_NegativeBinarySize_IsReported()
    {
        byte[] header = TarBuilder.Header("a");
        header.AsSpan(124, 12).Fill(0xff);

        Read(new TarBuilder().Raw(TarBuilder.Checksum(header)).File("b").End()).Rules.ShouldContain("ARC034");
    }

    [Fact]
    public void Arc031_LargestSizeThereIs_IsTruncation()
    {
        byte[] header = TarBuilder.Header("a");
        byte[] size = [0x80, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        size.CopyTo(header, 124);

        Read(new TarBuilder().Raw(TarBuilder.Checksum(header)).Data("abc").End()).Rules.ShouldBe(["ARC031"]);
    }

    [Theory]
    [InlineData("20 path=m.core\n")]
    [InlineData("0 path=m.core\n")]
    [InlineData("path=m.core\n")]
    [InlineData("15 path=m.core")]
    [InlineData("10 pathm.\n")]
    [InlineData("99999999999999999999 path=m\n")]
    [InlineData("13 size=-12\n")]
    public void Arc035_RecordThatCannotBeRead_IsReported(string record) =>
        Read(new TarBuilder().Pax(record).File("a").End()).Rules.ShouldBe(["ARC035"]);

    [Fact]
    public void Arc036_PaxSizeAndHeaderSizeDiffer_IsReported()
    {
        Reading reading = Read(new TarBuilder().Pax(TarBuilder.Record("size", "3")).Raw(TarBuilder.Header("a")).Data("abc").End());

        reading.Rules.ShouldBe(["ARC036"]);
        reading["a"].Content.ShouldBe("abc");
    }

    [Fact]
    public void Arc036_PaxSizeAndHeaderSizeAgree_IsFine() =>
        Read(new TarBuilder().Pax(TarBuilder.Record("size", "3")).File("a", "abc").End()).Rules.ShouldBeEmpty();

    [Fact]
    public void Arc037_UnknownType_IsReadAsAFile()
    {
        Reading reading = Read(new TarBuilder().File("a", "abc", 'Z').End());

        reading.Rules.ShouldBe(["ARC037"]);
        reading["a"].Content.ShouldBe("abc");
    }

    [Fact]
    public void Arc038_GnuSparseEntry_IsNotReadButPassedOver()
    {
        byte[] header = TarBuilder.Header("a", 'S', TarBuilder.Octal(3), magic: "ustar  \0");
        header[482] = 1;
        Reading reading = Read(new TarBuilder().Raw(TarBuilder.Checksum(header)).Raw(new byte[512]).Data("abc").File("b").End());

        reading.Rules.ShouldBe(["ARC038"]);
        reading["a"].Unusable.ShouldBeTrue();
        reading.Paths.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Arc038_PaxSparseEntry_HasItsRealName()
    {
        string records = TarBuilder.Record("GNU.sparse.major", "1") + TarBuilder.Record("GNU.sparse.name", "m.big");
        Reading reading = Read(new TarBuilder().Pax(records).File("GNUSparseFile.1/m.big", "1\n0\n3\nabc").End());

        reading.Rules.ShouldBe(["ARC038"]);
        reading.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Path.ShouldBe("m.big"), e => e.Unusable.ShouldBeTrue());
    }

    [Fact]
    public void Arc039_GnuNameAndPaxPathDiffer_IsReported() =>
        Read(new TarBuilder().File("././@LongLink", "a\0", 'L').Pax(TarBuilder.Record("path", "b")).File("c").End()).Rules.ShouldBe(["ARC039"]);

    [Fact]
    public void Arc039_GnuNameAndPaxPathAgree_IsFine() =>
        Read(new TarBuilder().File("././@LongLink", "a\0", 'L').Pax(TarBuilder.Record("path", "a")).File("c").End()).Rules.ShouldBeEmpty();

    [Fact]
    public void Arc040_LongNameWithoutItsEntry_IsReported() =>
        Read(new TarBuilder().File("a").File("././@LongLink", "b\0", 'L').End()).Rules.ShouldBe(["ARC040"]);

    [Theory]
    [InlineData("path", "x", "ARC041")]
    [InlineData("size", "0", "ARC041")]
    [InlineData("comment", "0123456789abcdef", null)]
    public void Arc041_GlobalHeader_MayCommentButNotName(string key, string value, string? rule)
    {
        Reading reading = Read(new TarBuilder().Pax(TarBuilder.Record(key, value), 'g').File("a", "abc").End());

        reading.Rules.ShouldBe(rule is null ? [] : [rule]);
        reading["a"].Content.ShouldBe("abc");
    }

    [Theory]
    [InlineData('5')]
    [InlineData('2')]
    [InlineData('1')]
    public void Arc042_EntryWithoutDataDeclaresSome_IsReported(char type) =>
        Read(new TarBuilder().File("x").Raw(TarBuilder.Header("a", type, TarBuilder.Octal(512), "x")).End()).Rules.ShouldContain("ARC042");

    [Fact]
    public void Lim007_ExtensionHeaderTooLong_IsPassedOver()
    {
        Reading reading = Read(
            new TarBuilder().Pax(TarBuilder.Record("path", new string('b', 2000))).File("a", "abc").End(), new ContainerLimits { HeaderBytes = 1024 });

        reading.Rules.ShouldBe(["LIM007"]);
        reading["a"].Content.ShouldBe("abc");
    }

    private static Reading Read(byte[] bytes, ContainerLimits? limits = null)
    {
        Reading reading = Reading.OfFile(bytes, ".tar", limits);
        if (ContainerDetection.Detect(bytes) == ContainerSignature.Tar)
        {
            Reading piped = Reading.OfStream(bytes, limits);
            piped.Entries.ShouldBe(reading.Entries);
            piped.Rules.ShouldBe(reading.Rules);
        }

        return reading;
    }
}
