namespace Conformance.Containers.Tar;

/// <summary>What extension headers say about the entry that comes after them.</summary>
internal sealed class TarExtensions
{
    /// <summary>A GNU long name (type <c>L</c>).</summary>
    public byte[]? GnuName { get; set; }

    /// <summary>A GNU long link target (type <c>K</c>).</summary>
    public byte[]? GnuLink { get; set; }

    public byte[]? PaxPath { get; set; }

    public byte[]? PaxLinkPath { get; set; }

    public long? PaxSize { get; set; }

    public bool Sparse { get; set; }

    public byte[]? SparseName { get; set; }

    /// <summary>Whether two headers name the entry differently.</summary>
    public bool TwoNames { get; set; }

    /// <summary>Whether there was any extension header at all.</summary>
    public bool Any { get; set; }

    public void Clear()
    {
        GnuName = GnuLink = PaxPath = PaxLinkPath = SparseName = null;
        PaxSize = null;
        Sparse = TwoNames = Any = false;
    }
}
