using System.Diagnostics;
using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>What the reader says of each kind of fault: where, with which figure, and what is read all the same.</summary>
public sealed class CborReaderFaultTests
{
    [Theory]
    [InlineData("", "Empty@0:0")]
    [InlineData("00 0102", "TrailingBytes@1:2")]
    [InlineData("9f 01", "CborIndefinite@0:0 UnexpectedEnd@2:0")]
    [InlineData("19 01", "UnexpectedEnd@2:1")]
    [InlineData("c1", "UnexpectedEnd@1:0 CborTag@0:1")]
    [InlineData("c1 19", "UnexpectedEnd@2:2 CborTag@0:1")]
    [InlineData("82 1820", "UnexpectedEnd@3:0")]
    [InlineData("83 01", "CborCountBeyondInput@0:3")]
    [InlineData("9b ffffffffffffffff 9b ffffffffffffffff 01", "CborCountBeyondInput@0:9223372036854775807")]
    [InlineData("82 01 65616263", "CborCountBeyondInput@2:5")]
    [InlineData("7f 6161 64", "CborCountBeyondInput@3:4")]
    [InlineData("7f 6161 79", "UnexpectedEnd@4:2")]
    [InlineData("82 01 1d", "CborReservedInformation@2:29")]
    [InlineData("82 01 df", "CborIndefiniteNotAllowed@2:223")]
    [InlineData("82 01 ff", "CborUnexpectedBreak@2:255")]
    [InlineData("9f c1 ff", "CborIndefinite@0:0 CborUnexpectedBreak@2:255 CborTag@1:1")]
    [InlineData("7f 6161 01 ff", "CborBadChunk@3:1")]
    [InlineData("7f 4161 6162 ff", "CborBadChunk@1:65 CborIndefinite@0:0")]
    [InlineData("bf 6161 01 6162 ff", "CborIndefinite@0:0 CborOddMap@6:0")]
    [InlineData("82 f81f 00", "CborBadSimple@1:31")]
    [InlineData("a1 01 02", "CborKeyNotText@1:0")]
    [InlineData("a1 80 02", "CborKeyNotText@1:0")]
    [InlineData("82 4161 00", "CborByteString@1:0")]
    [InlineData("d90102 00", "CborTag@0:258")]
    [InlineData("d9d9f7 00", "CborSelfDescribed@0:55799")]
    [InlineData("81 d9d9f7 00", "CborTag@1:55799")]
    [InlineData("f7", "CborUndefined@0:0")]
    [InlineData("82 f0 f8ff", "CborSimple@1:16 CborSimple@2:255")]
    [InlineData("83 f97c00 fa7f800000 f97e00", "CborNonFinite@1:0 CborNonFinite@4:0 CborNonShortestFloat@4:0 CborNonFinite@9:0")]
    [InlineData("82 1817 190018", "CborNonShortest@1:0 CborNonShortest@3:0")]
    [InlineData("9a00000001 7900016a", "CborNonShortest@0:0 CborNonShortest@5:0")]
    [InlineData("d800 00", "CborTag@0:0 CborNonShortest@0:0")]
    [InlineData("fb3ff8000000000000", "Float@0:0 CborNonShortestFloat@0:0")]
    [InlineData("fa3fc00000", "Float@0:0 CborNonShortestFloat@0:0")]
    [InlineData("fb3ff199999999999a", "Float@0:0")]
    [InlineData("f93c00", "IntegralFloat@0:0")]
    [InlineData("fb433fffffffffffff", "IntegralFloat@0:0")]
    [InlineData("fb4340000000000000", "Float@0:0 CborNonShortestFloat@0:0")]
    [InlineData("f98000", "NegativeZero@0:0")]
    [InlineData("f90000", "IntegralFloat@0:0")]
    [InlineData("1b001fffffffffffff", "")]
    [InlineData("3b001ffffffffffffe", "")]
    [InlineData("1b0020000000000000", "IntegerOutOfRange@0:0")]
    [InlineData("3b001fffffffffffff", "IntegerOutOfRange@0:0")]
    [InlineData("c2 4100", "CborTag@0:2")]
    [InlineData("c2 480020000000000000", "CborTag@0:2 IntegerOutOfRange@0:0")]
    [InlineData("62 c328", "InvalidUtf8@1:195")]
    [InlineData("7f 6161 61e6 6162 ff", "InvalidUtf8@4:230 CborIndefinite@0:0")]
    [InlineData("7f 61c3 61a9 ff", "InvalidUtf8@2:195 InvalidUtf8@4:169 CborIndefinite@0:0")]
    [InlineData("6a 61626364656667 eda080", "InvalidUtf8@8:237")]
    [InlineData("a2 6161 01 6161 02", "DuplicateKey@4:0=a")]
    [InlineData("a3 60 01 60 02 60 03", "DuplicateKey@3:0= DuplicateKey@5:0=")]
    [InlineData("a2 01 02 01 03", "CborKeyNotText@1:0 CborKeyNotText@3:0 DuplicateKey@3:0=0x01")]
    [InlineData("a2 62c328 01 62c329 02", "InvalidUtf8@2:195 InvalidUtf8@6:195")]
    [InlineData("a2 6131 01 31 02", "CborKeyNotText@4:0")]
    public void Read_Fault_KindOffsetAndDetail(string hex, string faults)
    {
        Document document = CborText.Read(hex);

        TapeInvariants.ShouldHoldFor(document);
        string.Join(' ', document.Faults.Select(f => $"{f.Kind}@{f.Offset}:{f.Detail}{(f.Text is null ? "" : "=" + f.Text)}")).ShouldBe(faults);
    }

    [Theory]
    [InlineData("83 01 02 1c", "[1, 2]")]
    [InlineData("a2 6161 01 6162 1c", "{\"a\": 1, \"b\": null}")]
    [InlineData("82 01 a1 6161 82 05", "[1, {\"a\": [5]}]")]
    [InlineData("62 c328", "\"\uFFFD(\"")]
    [InlineData("63 e6b0 31", "\"\uFFFD1\"")]
    [InlineData("66 f09f98 eda080", "\"\uFFFD\uFFFD\uFFFD\uFFFD\"")]
    [InlineData("7f 4161 6162 ff", "\"ab\"")]
    [InlineData("bf 6161 01 6162 ff", "{\"a\": 1, \"b\": null}")]
    [InlineData("82 f818 01", "[simple(24), 1]")]
    [InlineData("82 f7 f0", "[undefined, simple(16)]")]
    [InlineData("c2 480000000000000001", "1")]
    [InlineData("c3 487fffffffffffffff", "-9223372036854775808")]
    [InlineData("c2 5f 4101 42ffff ff", "131071")]
    [InlineData("c2 5f 4101 48ffffffffffffffff ff", "36893488147419103231")]
    [InlineData("c2 6161", "2:\"a\"")]
    public void Read_AfterAFault_TheRestIsThere(string hex, string value)
    {
        Document document = CborText.Read(hex);

        TapeInvariants.ShouldHoldFor(document);
        CborText.Of(document).ShouldBe(value);
    }

    [Fact]
    public void Read_CutShort_EnclosingContainersAreIncomplete()
    {
        Document document = CborText.Read("82 81 00 81 61");

        document.Root.Flags.HasFlag(NodeFlags.Incomplete).ShouldBeTrue();
        document[1].Flags.HasFlag(NodeFlags.Incomplete).ShouldBeFalse();
        document[3].Flags.HasFlag(NodeFlags.Incomplete).ShouldBeTrue();
        document[3].Count.ShouldBe(0);
        document.Root.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_BaseOffset_FaultsCountFromTheMember()
    {
        var document = new Document();
        DocumentReader.Read(CborText.Bytes("82 f7 d9d9f700"), DocumentEncoding.Cbor, document, 5_000_000_000);

        document.Faults.Select(f => (f.Kind, f.Offset, f.Node)).ShouldBe([(FaultKind.CborUndefined, 5_000_000_001, 1), (FaultKind.CborTag, 5_000_000_002, 2)]);
        document[2].Offset.ShouldBe(5_000_000_002);
    }

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(4, 3, true)]
    [InlineData(100_000, 128, true)]
    public void Read_Nesting_LimitIsExact(int depth, int limit, bool tooDeep)
    {
        byte[] bytes = [0x82, .. Enumerable.Repeat((byte)0x81, depth - 1), 0x05, 0x07];
        var document = new Document();

        DocumentReader.Read(bytes, DocumentEncoding.Cbor, document, maxDepth: limit);

        TapeInvariants.ShouldHoldFor(document);
        document.FaultKinds.Contains(FaultKind.TooDeep).ShouldBe(tooDeep);
        document.FaultCount.ShouldBe(tooDeep ? 1 : 0);
        if (tooDeep)
        {
            document.Faults[0].Offset.ShouldBe(limit);
            document.Faults[0].Detail.ShouldBe(limit);
            document[limit].Flags.HasFlag(NodeFlags.Incomplete).ShouldBeTrue();
        }

        // What follows what is too deep is read.
        document[document.NodeCount - 1].Int64Value.ShouldBe(7);
    }

    [Theory]
    [InlineData(0x81)]
    [InlineData(0x9f)]
    [InlineData(0xbf)]
    [InlineData(0xa1)]
    [InlineData(0xc1)]
    [InlineData(0xd8)]
    [InlineData(0x5f)]
    [InlineData(0xf7)]
    [InlineData(0x00)]
    [InlineData(0x60)]
    public void Read_MillionsOfOneByte_EndsSoonWithoutMuchMemory(byte value)
    {
        byte[] bytes = new byte[20_000_000];
        bytes.AsSpan().Fill(value);
        bytes[0] = 0x9f;
        var document = new Document();
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        DocumentReader.Read(bytes, DocumentEncoding.Cbor, document);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(400_000_000);
        document.NodeCount.ShouldBeLessThanOrEqualTo(Document.MaxNodes + DocumentReader.DefaultDepth);
    }

    [Fact]
    public void Read_ManyNamesAlikeAtBothEnds_TimeGrowsWithTheirNumber()
    {
        // 200,000 names with the same length, first and last eight bytes, and one of them twice.
        var bytes = new List<byte> { 0xba, 0x00, 0x03, 0x0d, 0x40 };
        for (int i = 0; i < 200_000; i++)
        {
            bytes.AddRange([0x78, 24, .. "aaaaaaaa"u8, .. System.Text.Encoding.ASCII.GetBytes($"{(i == 199_999 ? 7 : i):x8}"), .. "zzzzzzzz"u8, 0x00]);
        }

        var watch = Stopwatch.StartNew();
        Document document = DocumentReader.Read(bytes.ToArray(), DocumentEncoding.Cbor);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        document.Faults.ShouldHaveSingleItem().Text.ShouldBe("aaaaaaaa00000007zzzzzzzz");
        document.Root.Flags.HasFlag(NodeFlags.DuplicateKeys).ShouldBeTrue();
    }

    [Fact]
    public void Read_MoreFaultsThanAreKept_TheLastOfItsKindIsThere()
    {
        byte[] bytes = [0x9f, .. Enumerable.Repeat((byte)0xf7, 1000), 0x1c];

        Document document = DocumentReader.Read(bytes, DocumentEncoding.Cbor);

        document.FaultCount.ShouldBe(1002);
        document.Faults.Count.ShouldBe(Document.MaxFaults + 1);
        document.Faults[^1].ShouldBe(new DocumentFault(FaultKind.CborReservedInformation, 1001, 0, 0x1c));
    }

    [Fact]
    public void Read_VeryLongBignum_StaysAByteString()
    {
        byte[] bytes = [0xc2, 0x59, 0x04, 0x01, .. Enumerable.Repeat((byte)0xff, 1025)];

        Document document = DocumentReader.Read(bytes, DocumentEncoding.Cbor);

        document.Root.Kind.ShouldBe(NodeKind.Bytes);
        document.Faults.Select(f => f.Kind).ShouldBe([FaultKind.CborTag, FaultKind.CborByteString]);
    }

    [Fact]
    public void Read_Again_NothingOfTheEarlierDocumentRemains()
    {
        var document = new Document();
        DocumentReader.Read(CborText.Bytes("a2 6161 62c328 6161 9f"), DocumentEncoding.Cbor, document);
        DocumentReader.Read(CborText.Bytes("81 6162"), DocumentEncoding.Cbor, document);

        document.FaultCount.ShouldBe(0);
        document.FaultKinds.IsEmpty.ShouldBeTrue();
        CborText.Of(document).ShouldBe("[\"b\"]");
    }
}
