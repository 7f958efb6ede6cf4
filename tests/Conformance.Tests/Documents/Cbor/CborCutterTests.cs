using System.Formats.Cbor;
using System.Text;
using Conformance.Documents;
using Conformance.Documents.Cbor;
using Conformance.Documents.Cutting;
using Conformance.Generator.Encoding;
using Conformance.Tests.Documents.Cutting;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cbor;

public sealed class CborCutterTests
{
    private static readonly CutShape Rooms = CutShape.Members(CutShape.Elements(CutShape.Item));

    [Theory]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(1 << 20)]
    public void Run_RoomsOfEvents_ItemsWithPointersAndOffsets(int blockBytes)
    {
        // {"!a": [1, "two", {}], "!b": [], "!c": [[3]]}
        byte[] bytes = CborText.Bytes("a3 622161 83 01 6374776f a0 622162 80 622163 81 8103");

        (CutResult result, CollectingTarget target) = Cut(bytes, Rooms, new CutLimits(BlockBytes: blockBytes));

        result.ShouldBe(new CutResult(bytes.Length, 4, Complete: true));
        target.Items.Select(i => $"{i.Pointer}@{i.Offset}={Convert.ToHexStringLower(i.Bytes)}").ShouldBe(
            ["/!a/0@5=01", "/!a/1@6=6374776f", "/!a/2@10=a0", "/!c/0@19=8103"]);
        target.Entered.Select(p => $"{p.Pointer}@{p.KeyOffset},{p.Offset}:{p.Count}").ShouldBe(["@0,0:3", "/!a@1,4:3", "/!b@11,14:0", "/!c@15,18:1"]);
        target.Faults.ShouldBeEmpty();
        target.Items.ShouldAllBe(i => !i.Item.Broken && !i.Item.WrongShape && i.Item.Key == null);
    }

    [Fact]
    public void Run_Members_KeysAndPositions()
    {
        (_, CollectingTarget target) = Cut(CborText.Bytes("a2 6161 01 6162 02"), CutShape.Members(CutShape.Item));

        target.Items.Select(i => (Encoding.UTF8.GetString(i.Item.Key!), i.Item.Index, i.Offset)).ShouldBe([("a", 0L, 3L), ("b", 1L, 6L)]);
    }

    [Fact]
    public void Run_Whole_OneItemWithoutParent()
    {
        (CutResult result, CollectingTarget target) = Cut(CborText.Bytes("d9d9f7 a1 6161 01"), CutShape.Item);

        result.Complete.ShouldBeTrue();
        (string pointer, long offset, byte[] bytes, CutItem item) = target.Items.ShouldHaveSingleItem();
        pointer.ShouldBe("");
        offset.ShouldBe(0);
        bytes.Length.ShouldBe(7);
        item.Parent.ShouldBeNull();
        target.Entered.ShouldBeEmpty();
    }

    [Fact]
    public void Run_Named_OnlyNamedMembersAreEntered()
    {
        CutShape shape = CutShape.Named(("state", CutShape.Elements(CutShape.Item)));

        (_, CollectingTarget target) = Cut(CborText.Bytes("a3 657374617465 820102 6161 820304 01 05"), shape);

        target.Items.Select(i => i.Pointer).ShouldBe(["/state/0", "/state/1", "/a", "/2"]);
    }

    [Theory]
    [InlineData("82 01 02", "", "820102")]
    [InlineData("a1 6161 63616263", "/a", "63616263")]
    [InlineData("a1 6161 bf ff", "/a", "bfff")]
    [InlineData("a1 6161 c1 01", "/a", "c101")]
    public void Run_ValueOfAnotherKind_ItemOfWrongShape(string hex, string pointer, string item)
    {
        (CutResult result, CollectingTarget target) = Cut(CborText.Bytes(hex), Rooms);

        result.Complete.ShouldBeTrue();
        target.Items.Select(i => (i.Pointer, Convert.ToHexStringLower(i.Bytes), i.Item.WrongShape, i.Item.Broken)).ShouldBe([(pointer, item, true, false)]);
    }

    [Theory]
    [InlineData("", "Empty@0:0")]
    [InlineData("a0 01 02", "TrailingBytes@1:2")]
    [InlineData("bf 6161 9f 01 ff ff", "CborIndefinite@0:0 CborIndefinite@3:0/a")]
    [InlineData("b801 6161 9900 01 01", "CborNonShortest@0:0 CborNonShortest@4:0/a")]
    [InlineData("d9d9f7 a0", "CborSelfDescribed@0:55799")]
    [InlineData("a1 6161 d9d9f7 c1 80", "CborTag@3:55799/a CborTag@6:1/a")]
    [InlineData("a1 6161 da00000001 80", "CborTag@3:1/a CborNonShortest@3:0/a")]
    [InlineData("a2 6161 80 6161 80", "DuplicateKey@4:0/a")]
    [InlineData("a2 6161 80 7f6161ff 80", "CborIndefinite@4:0 DuplicateKey@4:0/a")]
    [InlineData("a1 01 80", "CborKeyNotText@1:0")]
    [InlineData("a1 4161 80", "CborByteString@1:0 CborKeyNotText@1:0")]
    [InlineData("a1 62c328 80", "InvalidUtf8@2:195")]
    [InlineData("a1 780161 80", "CborNonShortest@1:0")]
    [InlineData("bf 6161 80 6162 ff", "CborIndefinite@0:0 CborOddMap@6:0")]
    public void Run_FaultsAroundItems_NotedAndReadOn(string hex, string faults)
    {
        (CutResult result, CollectingTarget target) = Cut(CborText.Bytes(hex), Rooms);

        target.FaultText.ShouldBe(faults);
        result.Complete.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a2 6161 80", "CborCountBeyondInput@0:2", 4)]
    [InlineData("a2 6161 8101", "UnexpectedEnd@5:0", 5)]
    [InlineData("bf 6161 80", "CborIndefinite@0:0 UnexpectedEnd@4:0", 4)]
    [InlineData("a1 6161 82 01", "CborCountBeyondInput@3:2/a", 5)]
    [InlineData("a1 6161 82 1820", "UnexpectedEnd@6:0/a", 6)]
    [InlineData("a1 6161 9a7fffffff 01", "CborCountBeyondInput@3:2147483647/a", 9)]
    [InlineData("bbffffffffffffffff 6161 9f 01", "CborIndefinite@11:0/a CborCountBeyondInput@0:9223372036854775807", 13)]
    [InlineData("a1 6161", "UnexpectedEnd@3:0", 3)]
    [InlineData("a1 63", "CborCountBeyondInput@1:3", 1)]
    [InlineData("a1 1c", "CborReservedInformation@1:28", 1)]
    [InlineData("a1 ff", "CborUnexpectedBreak@1:255", 1)]
    public void Run_EndOrNonsenseBetweenItems_StopsThere(string hex, string faults, long stoppedAt)
    {
        (CutResult result, CollectingTarget target) = Cut(CborText.Bytes(hex), Rooms);

        target.FaultText.ShouldBe(faults);
        result.Complete.ShouldBeFalse();
        result.StoppedAt.ShouldBe(stoppedAt);
    }

    [Theory]
    [InlineData("a1 6161 82 01 1c 02", 5, "1c02", FaultKind.CborReservedInformation)]
    [InlineData("a1 6161 82 01 8201", 5, "8201", FaultKind.CborCountBeyondInput)]
    [InlineData("a1 6161 82 01 821820", 5, "821820", FaultKind.UnexpectedEnd)]
    [InlineData("a1 6161 82 01 6661", 5, "6661", FaultKind.CborCountBeyondInput)]
    [InlineData("a1 6161 82 01 ff", 5, "ff", FaultKind.CborUnexpectedBreak)]
    [InlineData("a1 6161 82 01 18", 5, "18", FaultKind.UnexpectedEnd)]
    [InlineData("a1 6161 1c", 3, "1c", FaultKind.CborReservedInformation)]
    [InlineData("1e 01", 0, "1e01", FaultKind.CborReservedInformation)]
    [InlineData("a1 6161 9a 01", 3, "9a01", FaultKind.UnexpectedEnd)]
    public void Run_IllFormedItem_RestAsBrokenItemThatTheReaderNames(string hex, long offset, string rest, FaultKind fault)
    {
        (CutResult result, CollectingTarget target) = Cut(CborText.Bytes(hex), Rooms);

        result.Complete.ShouldBeFalse();
        result.StoppedAt.ShouldBe(offset);
        target.Faults.ShouldBeEmpty();
        (_, long at, byte[] bytes, CutItem item) = target.Items[^1];
        item.Broken.ShouldBeTrue();
        at.ShouldBe(offset);
        Convert.ToHexStringLower(bytes).ShouldBe(rest);
        DocumentReader.Read(bytes, DocumentEncoding.Cbor).FaultKinds.Contains(fault).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Run_ItemBeyondTheLimit_PassedOverAndReadOn(int readSize)
    {
        byte[] bytes = [.. CborText.Bytes("a1 6161 83 01 5a00010000"), .. new byte[0x10000], .. CborText.Bytes("02")];

        (CutResult result, CollectingTarget target) = Cut(bytes, Rooms, new CutLimits(ItemBytes: 1000, BlockBytes: 64), () => readSize);

        result.ShouldBe(new CutResult(bytes.Length, 2, Complete: true));
        target.FaultText.ShouldBe("ItemTooLarge@5:1000/a/1");
        target.Items.Select(i => (i.Pointer, i.Offset)).ShouldBe([("/a/0", 4L), ("/a/2", 10L + 0x10000)]);
        target.LargestBuffer.ShouldBeLessThanOrEqualTo(1064);
    }

    [Theory]
    [InlineData(1000, 1000, 1)]
    [InlineData(1000, 999, 0)]
    public void Run_ItemAtTheLimit_TakenAndOneByteMoreIsNot(int length, int limit, int items)
    {
        byte[] bytes = [0x81, 0x59, (byte)((length - 3) >> 8), (byte)(length - 3), .. new byte[length - 3]];

        (CutResult result, CollectingTarget target) = Cut(bytes, CutShape.Elements(CutShape.Item), new CutLimits(limit, BlockBytes: 32));

        result.Items.ShouldBe(items);
        target.Faults.Count.ShouldBe(1 - items);
    }

    [Fact]
    public void Run_ItemBeyondTheLimitWithoutEnd_BothSaid()
    {
        byte[] bytes = [.. CborText.Bytes("82 00 9f"), .. new byte[5000]];

        (CutResult result, CollectingTarget target) = Cut(bytes, CutShape.Elements(CutShape.Item), new CutLimits(1000, BlockBytes: 64));

        target.FaultText.ShouldBe("ItemTooLarge@2:1000/1 UnexpectedEnd@5003:0");
        result.Complete.ShouldBeFalse();
        result.StoppedAt.ShouldBe(2);
    }

    [Fact]
    public void Run_KeyBeyondTheLimit_PassedOver()
    {
        byte[] bytes = [0xa2, 0x79, 0x07, 0xd0, .. new byte[2000], 0x01, 0x61, 0x61, 0x02];

        (CutResult result, CollectingTarget target) = Cut(bytes, CutShape.Members(CutShape.Item), new CutLimits(1000, BlockBytes: 64));

        result.Complete.ShouldBeTrue();
        target.FaultText.ShouldBe("ItemTooLarge@1:1000");
        target.Items.Select(i => i.Pointer).ShouldBe(["/0", "/a"]);
    }

    [Fact]
    public void Run_DeeplyNestedItem_NeedsNoStackAndNoMemory()
    {
        byte[] arrays = new byte[2_000_001];
        arrays.AsSpan().Fill(0x81);
        arrays[^1] = 0;

        (CutResult result, CollectingTarget target) = Cut(arrays, CutShape.Item);

        result.Complete.ShouldBeTrue();
        target.Items.ShouldHaveSingleItem().Bytes.Length.ShouldBe(arrays.Length);
    }

    [Fact]
    public void Run_EndlessTagsBeforeContainer_ItemOfWrongShape()
    {
        byte[] tags = new byte[3_000_000];
        tags.AsSpan().Fill(0xc1);
        tags[^1] = 0xa0;

        (CutResult result, CollectingTarget target) = Cut(tags, Rooms, new CutLimits(ItemBytes: 10_000, BlockBytes: 1000));

        result.Complete.ShouldBeTrue();
        target.FaultText.ShouldBe("ItemTooLarge@0:10000");
        target.LargestBuffer.ShouldBeLessThanOrEqualTo(11_000);
    }

    [Fact]
    public void Run_ManyTinyItems_BlocksStaySmall()
    {
        byte[] bytes = [0x9a, 0x00, 0x0f, 0x42, 0x40, .. new byte[1_000_000]];

        (CutResult result, CollectingTarget target) = Cut(bytes, CutShape.Elements(CutShape.Item));

        result.ShouldBe(new CutResult(bytes.Length, 1_000_000, Complete: true));
        target.Blocks.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1 << 20)]
    public void Run_MoreNamesThanRemembered_SaidOnce(int limit)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(limit + 2);
        for (int i = 0; i < limit + 2; i++)
        {
            writer.WriteTextString(i.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteNull();
        }

        writer.WriteEndMap();

        (CutResult result, CollectingTarget target) = Cut(writer.Encode(), CutShape.Members(CutShape.Item), new CutLimits(Names: limit));

        result.Items.ShouldBe(limit + 2);
        target.Faults.Select(f => (f.Fault.Kind, f.Fault.Detail)).ShouldBe([(FaultKind.TooManyNames, limit)]);
    }

    [Fact]
    public void Run_AsManyNamesAsRemembered_AllCompared()
    {
        byte[] bytes = CborBytes.Map(CborBytes.Text("a"), CborBytes.Integer(1), CborBytes.Text("b"), CborBytes.Integer(2), CborBytes.Text("a"), CborBytes.Integer(3));

        (_, CollectingTarget target) = Cut(bytes, CutShape.Members(CutShape.Item), new CutLimits(Names: 2));

        target.Faults.Select(f => f.Fault.Kind).ShouldBe([FaultKind.DuplicateKey]);
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        int reads = 0;
        byte[] bytes = [0x9f, .. new byte[10_000]];

        Should.Throw<OperationCanceledException>(() => new CborCutter().Run(
            new DribblingStream(bytes, () => Cancel()), CutShape.Elements(CutShape.Item), new CutLimits(BlockBytes: 100), new CollectingTarget(), source.Token));

        reads.ShouldBeLessThan(60);

        int Cancel()
        {
            if (++reads == 50)
            {
                source.Cancel();
            }

            return 10;
        }
    }

    internal static (CutResult Result, CollectingTarget Target) Cut(byte[] bytes, CutShape shape, CutLimits? limits = null, Func<int>? readSize = null)
    {
        var target = new CollectingTarget();
        CutResult result = new CborCutter().Run(
            new DribblingStream(bytes, readSize ?? (() => int.MaxValue)), shape, limits ?? CutLimits.Default, target, CancellationToken.None);
        target.MostAtATime.ShouldBeLessThanOrEqualTo(2);
        return (result, target);
    }
}
