using System.Globalization;
using Conformance.Documents;
using Shouldly;

namespace Conformance.Tests.Documents;

/// <summary>What holds for every tape, whatever was read.</summary>
internal static class TapeInvariants
{
    // Pointers to all nodes take time that grows with the square of their number.
    private const int SmallTape = 300;

    public static void ShouldHoldFor(Document document)
    {
        int length = document.Source.Length;
        foreach (DocumentFault fault in document.Faults)
        {
            (fault.Offset - document.BaseOffset).ShouldBeInRange(0, length);
            fault.Node.ShouldBeInRange(-1, Math.Max(0, document.NodeCount - 1));
            document.FaultKinds.Contains(fault.Kind).ShouldBeTrue();
            if (fault.Node >= 0 && document.NodeCount is > 0 and < SmallTape)
            {
                NodePointer.Of(document[fault.Node]).ShouldNotBeNull();
            }
        }

        document.Faults.Count.ShouldBeInRange((int)Math.Min(document.FaultCount, Document.MaxFaults), Document.MaxFaults + 127);
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            document.FaultKinds.Contains(kind).ShouldBe(document.Faults.Any(fault => fault.Kind == kind));
        }

        if (document.NodeCount == 0)
        {
            document.FaultCount.ShouldBeGreaterThan(0);
            return;
        }

        document.Record(0).Next.ShouldBe(document.NodeCount);
        for (int index = 0; index < document.NodeCount; index++)
        {
            Check(document, index, length);
        }
    }

    private static void Check(Document document, int index, int length)
    {
        NodeRecord record = document.Record(index);
        record.Start.ShouldBeInRange(0, length);
        record.Length.ShouldBeInRange(0, length - record.Start);
        record.Next.ShouldBeInRange(index + 1, document.NodeCount);
        record.Kind.ShouldNotBe(NodeKind.None);
        if (record.Kind is not (NodeKind.Map or NodeKind.Array))
        {
            record.Next.ShouldBe(index + 1);
        }

        if (document.NodeCount < SmallTape)
        {
            ReadValue(document[index]);
        }

        if (record.Kind is NodeKind.Text or NodeKind.Bytes)
        {
            document.TextOf(record).Length.ShouldBe((int)(record.Value >> 32));
            return;
        }

        if (record.Kind is not (NodeKind.Map or NodeKind.Array))
        {
            return;
        }

        int children = record.Kind == NodeKind.Map ? record.Count * 2 : record.Count;
        int child = index + 1;
        int end = record.Start;
        for (int i = 0; i < children; i++)
        {
            child.ShouldBeLessThan(record.Next);
            NodeRecord inner = document.Record(child);
            inner.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = inner.Start + inner.Length;
            end.ShouldBeLessThanOrEqualTo(record.Start + record.Length);
            child = inner.Next;
        }

        child.ShouldBe(record.Next);
    }

    private static void ReadValue(Node node)
    {
        NodePointer.Of(node).ShouldNotBeNull();
        node.Raw.Length.ShouldBe(node.Record.Length);
        switch (node.Kind)
        {
            case NodeKind.Integer:
                node.DoubleValue.ShouldBe(double.Parse(node.BigIntegerValue.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                break;
            case NodeKind.Float:
                node.Flags.HasFlag(NodeFlags.Integral).ShouldBe(double.IsFinite(node.DoubleValue) && Math.Truncate(node.DoubleValue) == node.DoubleValue);
                break;
            case NodeKind.Text:
                System.Text.Unicode.Utf8.IsValid(node.Utf8).ShouldBeTrue();
                break;
            case NodeKind.Simple:
                node.Int64Value.ShouldBeInRange(0, 255);
                break;
        }
    }
}
