using Conformance.Documents;
using Conformance.Documents.Cutting;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cutting;

public sealed class CutWindowTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];

    [Fact]
    public void TryRead_SmallReads_FillsTheBuffer()
    {
        CutWindow window = Open(out _, blockBytes: 16, readSize: 3);

        window.TryRead(0, out int shift).ShouldBeTrue();

        shift.ShouldBe(0);
        window.Bytes.ToArray().ShouldBe(Content[..16]);
        window.AtEnd.ShouldBeFalse();
    }

    [Fact]
    public void TryRead_FullBufferWithoutItems_MovesWhatIsKept()
    {
        CutWindow window = Open(out CollectingTarget target, blockBytes: 16);
        window.TryRead(0, out _);

        window.TryRead(10, out int shift).ShouldBeTrue();

        shift.ShouldBe(10);
        window.OffsetOf(0).ShouldBe(10);
        window.PositionOf(12).ShouldBe(2);
        window.Bytes.ToArray().ShouldBe(Content[10..26]);
        target.Blocks.ShouldBe(0);
    }

    [Fact]
    public void TryRead_FullBufferWithItems_DeliversThemAndTakesTheRestAlong()
    {
        CutWindow window = Open(out CollectingTarget target, blockBytes: 16);
        window.TryRead(0, out _);
        window.Add(new CutItem(null, null, 0, 2, 5));

        window.TryRead(14, out int shift).ShouldBeTrue();

        shift.ShouldBe(14);
        target.Items.ShouldHaveSingleItem().Bytes.ShouldBe(Content[2..7]);
        window.Bytes.ToArray().ShouldBe(Content[14..30]);
        window.Length.ShouldBe(30);
    }

    [Fact]
    public void TryRead_OneLargeItem_GrowsTheBufferUpToTheLimit()
    {
        CutWindow window = Open(out CollectingTarget target, blockBytes: 16, itemBytes: 40);

        while (window.Filled < 56 && window.TryRead(0, out int shift))
        {
            shift.ShouldBe(0);
        }

        window.Bytes.ToArray().ShouldBe(Content[..56]);
        target.LargestBuffer.ShouldBe(56);
        target.Items.ShouldBeEmpty();
    }

    [Fact]
    public void TryRead_AtTheEnd_FalseAndNothingMoves()
    {
        CutWindow window = Open(out _, blockBytes: 200);

        window.TryRead(0, out _).ShouldBeTrue();
        window.AtEnd.ShouldBeTrue();
        window.TryRead(50, out int shift).ShouldBeFalse();

        shift.ShouldBe(0);
        window.Length.ShouldBe(100);
    }

    [Fact]
    public void TryRead_StreamThatEndsExactlyWithTheBuffer_FalseWithTheShift()
    {
        CutWindow window = Open(out _, blockBytes: 100);
        window.TryRead(0, out _).ShouldBeTrue();
        window.AtEnd.ShouldBeFalse();

        window.TryRead(90, out int shift).ShouldBeFalse();

        shift.ShouldBe(90);
        window.Bytes.ToArray().ShouldBe(Content[90..]);
        window.Length.ShouldBe(100);
    }

    [Fact]
    public void Finish_DeliversWhatIsLeft()
    {
        CutWindow window = Open(out CollectingTarget target, blockBytes: 200);
        window.TryRead(0, out _);
        window.Add(new CutItem(null, null, 0, 99, 1));
        window.AddFault(FaultKind.TrailingBytes, 5, null, 95);

        window.Finish().ShouldBe(new CutResult(100, 1, Complete: true));

        target.Items.ShouldHaveSingleItem().Offset.ShouldBe(99);
        target.FaultText.ShouldBe("TrailingBytes@5:95");
        target.Blocks.ShouldBe(1);
    }

    private static CutWindow Open(out CollectingTarget target, int blockBytes, int itemBytes = 1000, int readSize = int.MaxValue)
    {
        target = new CollectingTarget();
        return new CutWindow(
            new DribblingStream(Content, () => readSize), new CutLimits(itemBytes, BlockBytes: blockBytes), target, CancellationToken.None);
    }
}
