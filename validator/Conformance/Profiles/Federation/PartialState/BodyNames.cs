using System.Text;
using Conformance.Documents.Cutting;

namespace Conformance.Profiles.Federation.PartialState;

/// <summary>Reads a body for nothing but the names of its arrays and maps, to learn which endpoint it is an answer of.</summary>
internal sealed class BodyNames : ICutTarget
{
    private const int MaxNames = 1_000;

    private readonly List<byte[]> _buffers = [];

    /// <summary>How the body is cut, so that no list of it is one item.</summary>
    public static CutShape Shape { get; } = CutShape.Members(CutShape.Elements(CutShape.Item));

    /// <summary>The names of arrays and maps.</summary>
    public HashSet<string> All { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public CutBlock Rent(int minimumLength)
    {
        int at = _buffers.FindIndex(buffer => buffer.Length >= minimumLength);
        byte[] buffer = at < 0 ? GC.AllocateUninitializedArray<byte>(minimumLength) : _buffers[at];
        if (at >= 0)
        {
            _buffers.RemoveAt(at);
        }

        return new CutBlock(buffer, 0);
    }

    /// <inheritdoc />
    public void Deliver(CutBlock block)
    {
        foreach (CutPath path in block.Entered)
        {
            if (path is { Depth: 1, Key: { } key } && All.Count < MaxNames)
            {
                All.Add(Encoding.UTF8.GetString(key));
            }
        }

        if (block.Buffer.Length <= CutLimits.Default.BlockBytes * 2)
        {
            _buffers.Add(block.Buffer);
        }
    }
}
