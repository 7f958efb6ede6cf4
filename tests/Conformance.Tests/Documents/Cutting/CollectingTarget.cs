using Conformance.Documents;
using Conformance.Documents.Cutting;

namespace Conformance.Tests.Documents.Cutting;

/// <summary>Keeps all that a cutter delivers, and checks on the way what must hold for every block.</summary>
internal sealed class CollectingTarget : ICutTarget
{
    private int _rented;

    public List<(string Pointer, long Offset, byte[] Bytes, CutItem Item)> Items { get; } = [];

    public List<CutPath> Entered { get; } = [];

    public List<(DocumentFault Fault, CutPath? Path)> Faults { get; } = [];

    public int Blocks { get; private set; }

    public int LargestBuffer { get; private set; }

    public int MostAtATime { get; private set; }

    public CutBlock Rent(int minimumLength)
    {
        LargestBuffer = Math.Max(LargestBuffer, minimumLength);
        MostAtATime = Math.Max(MostAtATime, ++_rented);

        // What is left from earlier use must not matter.
        var buffer = new byte[minimumLength];
        buffer.AsSpan().Fill(0xee);
        return new CutBlock(buffer, 7);
    }

    public void Deliver(CutBlock block)
    {
        _rented--;
        Blocks++;
        foreach (CutItem item in block.Items)
        {
            Items.Add((item.Pointer, block.BaseOffset + item.Start, block.Bytes(item).ToArray(), item));
        }

        Entered.AddRange(block.Entered);
        Faults.AddRange(block.Faults);
        block.Buffer.AsSpan().Fill(0xdd);
    }

    /// <summary>The faults as text, in order: kind@offset:detail at the pointer.</summary>
    public string FaultText => string.Join(' ', Faults.Select(f => $"{f.Fault.Kind}@{f.Fault.Offset}:{f.Fault.Detail}{f.Path?.Pointer}"));
}
