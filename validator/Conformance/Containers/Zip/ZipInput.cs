using Conformance.Containers.Compression;

namespace Conformance.Containers.Zip;

/// <summary>What inflating an entry needs; one serves all entries, one after the other.</summary>
internal sealed class ZipInput : IDisposable
{
    public byte[] Buffer { get; } = new byte[1 << 16];

    public Inflater Inflater { get; } = new();

    public void Dispose() => Inflater.Dispose();
}
