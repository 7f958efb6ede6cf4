using System.Text;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Documents.Json;

namespace Conformance.Tests.Documents.Json;

/// <summary>What a cutter made of a text: items, each read by itself, and all faults, those of the items too.</summary>
internal sealed class CutRun : ICutTarget
{
    private readonly bool _read;

    private CutRun(bool read) => _read = read;

    public CutResult Result { get; private set; }

    /// <summary>Pointer and bytes of each item.</summary>
    public List<(string Pointer, string Text, CutItem Item)> Items { get; } = [];

    public List<(string Pointer, string Nodes)> Nodes { get; } = [];

    public List<CutPath> Entered { get; } = [];

    public List<string> OuterFaults { get; } = [];

    /// <summary>Kind and offset of every fault.</summary>
    public List<string> Faults { get; } = [];

    public int Blocks { get; private set; }

    public int LargestBlock { get; private set; }

    public static CutRun Of(byte[] text, CutShape shape, CutLimits? limits = null, Stream? stream = null, bool read = true)
    {
        var run = new CutRun(read);
        run.Result = new JsonCutter().Run(stream ?? new MemoryStream(text), shape, limits ?? CutLimits.Default, run, CancellationToken.None);
        return run;
    }

    public static CutRun Of(string text, CutShape shape, CutLimits? limits = null) => Of(Encoding.UTF8.GetBytes(text), shape, limits);

    public string ShowItems() => string.Join(' ', Items.Select(i => $"{i.Pointer}={i.Text}{(i.Item.WrongShape ? "!" : "")}{(i.Item.Broken ? "…" : "")}"));

    CutBlock ICutTarget.Rent(int minimumLength)
    {
        LargestBlock = Math.Max(LargestBlock, minimumLength);
        return new CutBlock(new byte[minimumLength], 0);
    }

    void ICutTarget.Deliver(CutBlock block)
    {
        Blocks++;
        Entered.AddRange(block.Entered);
        foreach ((DocumentFault fault, CutPath? path) in block.Faults)
        {
            OuterFaults.Add($"{fault.Kind}@{fault.Offset}{(path is null ? "" : ":" + path.Pointer)}");
            Faults.Add($"{fault.Kind}@{fault.Offset}");
        }

        foreach (CutItem item in block.Items)
        {
            ReadOnlyMemory<byte> bytes = block.Bytes(item);
            Items.Add((item.Pointer, Encoding.UTF8.GetString(bytes.Span), item));
            if (_read)
            {
                var document = new Document();
                DocumentReader.Read(bytes, DocumentEncoding.Json, document, block.BaseOffset + item.Start);
                TapeInvariants.ShouldHoldFor(document);
                Faults.AddRange(document.Faults.Select(fault => $"{fault.Kind}@{fault.Offset}"));
                Nodes.Add((item.Pointer, JsonReading.Show(document)));
            }
        }
    }
}
