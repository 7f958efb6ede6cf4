using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Tests.Documents.Cutting;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>All examples of RFC 8949, appendix F.1, of what is not well-formed, by the paragraph they stand in.</summary>
public sealed class Rfc8949AppendixFTests
{
    private static readonly FaultSet TooShort = FaultSet.Of(FaultKind.UnexpectedEnd, FaultKind.CborCountBeyondInput);

    public static TheoryData<string> EndOfInputInAHead =>
        ["18", "19", "1a", "1b", "1901", "1a0102", "1b01020304050607", "38", "58", "78", "98", "9a01ff00", "b8", "d8", "f8", "f900", "fa0000", "fb000000"];

    public static TheoryData<string> StringsWithShortData =>
        ["41", "61", "5affffffff00", "5bffffffffffffffff010203", "7affffffff00", "7b7fffffffffffffff010203"];

    public static TheoryData<string> ContainersNotClosedWithEnoughItems =>
        ["81", "818181818181818181", "8200", "a1", "a20102", "a100", "a2000000"];

    public static TheoryData<string> TagWithoutContent => ["c0"];

    public static TheoryData<string> IndefiniteNotClosed =>
    [
        "5f4100", "7f6100", "9f", "9f0102", "bf", "bf01020102", "819f", "9f8000", "9f9f9f9f9fffffffff", "9f819f819f9fffffff",
    ];

    public static TheoryData<string> ReservedInformation =>
    [
        "1c", "1d", "1e", "3c", "3d", "3e", "5c", "5d", "5e", "7c", "7d", "7e",
        "9c", "9d", "9e", "bc", "bd", "be", "dc", "dd", "de", "fc", "fd", "fe",
    ];

    public static TheoryData<string> ReservedSimpleValues => ["f800", "f801", "f818", "f81f"];

    public static TheoryData<string> ChunksOfWrongType => ["5f00ff", "5f21ff", "5f6100ff", "5f80ff", "5fa0ff", "5fc000ff", "5fe0ff", "7f4100ff"];

    public static TheoryData<string> ChunksNotDefinite => ["5f5f4100ffff", "7f7f6100ffff"];

    public static TheoryData<string> BreakOnItsOwn =>
        ["ff", "81ff", "8200ff", "a1ff", "a1ff00", "a100ff", "a20000ff", "9f81ff", "9f829f819f9fffffffff"];

    public static TheoryData<string> BreakInValuePosition => ["bf00ff", "bf000000ff"];

    public static TheoryData<string> IndefiniteNotAllowed => ["1f", "3f", "df"];

    [Theory]
    [MemberData(nameof(EndOfInputInAHead))]
    [MemberData(nameof(StringsWithShortData))]
    [MemberData(nameof(ContainersNotClosedWithEnoughItems))]
    [MemberData(nameof(TagWithoutContent))]
    [MemberData(nameof(IndefiniteNotClosed))]
    public void Read_TooLittleData_OneFaultThatSaysSo(string hex)
    {
        Document document = Read(hex);

        document.FaultKinds.Overlaps(TooShort).ShouldBeTrue();
        document.Faults.Count(fault => TooShort.Contains(fault.Kind)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(ReservedInformation))]
    public void Read_ReservedInformation_Named(string hex) => Fault(hex, FaultKind.CborReservedInformation).Offset.ShouldBe(0);

    [Theory]
    [MemberData(nameof(ReservedSimpleValues))]
    public void Read_ReservedSimpleValue_Named(string hex) => Fault(hex, FaultKind.CborBadSimple).Offset.ShouldBe(0);

    [Theory]
    [MemberData(nameof(ChunksOfWrongType))]
    [MemberData(nameof(ChunksNotDefinite))]
    public void Read_WrongChunk_Named(string hex) => Fault(hex, FaultKind.CborBadChunk).Offset.ShouldBe(1);

    [Theory]
    [MemberData(nameof(BreakOnItsOwn))]
    public void Read_BreakOnItsOwn_Named(string hex) => Fault(hex, FaultKind.CborUnexpectedBreak).Detail.ShouldBe(0xff);

    [Theory]
    [MemberData(nameof(BreakInValuePosition))]
    public void Read_BreakInValuePosition_Named(string hex) => Fault(hex, FaultKind.CborOddMap).Offset.ShouldBe(hex.Length / 2 - 1);

    [Theory]
    [MemberData(nameof(IndefiniteNotAllowed))]
    public void Read_IndefiniteNotAllowed_Named(string hex) => Fault(hex, FaultKind.CborIndefiniteNotAllowed).Offset.ShouldBe(0);

    [Theory]
    [MemberData(nameof(EndOfInputInAHead))]
    [MemberData(nameof(StringsWithShortData))]
    [MemberData(nameof(ContainersNotClosedWithEnoughItems))]
    [MemberData(nameof(TagWithoutContent))]
    [MemberData(nameof(IndefiniteNotClosed))]
    [MemberData(nameof(ReservedInformation))]
    [MemberData(nameof(ChunksNotDefinite))]
    [MemberData(nameof(BreakOnItsOwn))]
    [MemberData(nameof(IndefiniteNotAllowed))]
    public void Cut_AsItem_BrokenWithAllBytes(string hex)
    {
        (CutResult result, CollectingTarget target) = CborCutterTests.Cut(CborText.Bytes(hex), CutShape.Item);

        result.Complete.ShouldBeFalse();
        target.Items.ShouldHaveSingleItem().Item.Broken.ShouldBeTrue();
        Convert.ToHexStringLower(target.Items[0].Bytes).ShouldBe(hex);
    }

    private static DocumentFault Fault(string hex, FaultKind kind) => Read(hex).Faults.Where(fault => fault.Kind == kind).ShouldHaveSingleItem();

    private static Document Read(string hex)
    {
        Document document = CborText.Read(hex);
        TapeInvariants.ShouldHoldFor(document);
        return document;
    }
}
