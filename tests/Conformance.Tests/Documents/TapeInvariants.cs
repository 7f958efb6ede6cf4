using Conformance.Documents;
using Shouldly;

namespace Conformance.Tests.Documents;

/// <summary>What holds for every tape, whatever was read.</summary>
internal static class TapeInvariants
{
    public static void ShouldHoldFor(Document document)
    {
        int length = document.Source.Length;
        foreach (DocumentFault fault in document.Faults)
        {
            (fault.Offset - document.BaseOffset).ShouldBeInRange(0, length);
            fault.Node.ShouldBeInRange(-1, Math.Max(0, document.NodeCount - 1));
            document.FaultKinds.Contains(fault.Kind).ShouldBeTrue();
        }

        document.Faults.Count.ShouldBe((int)Math.Min(document.FaultCount, Document.MaxFaults));
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
}
