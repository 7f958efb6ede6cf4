using System.Runtime.InteropServices;

namespace Conformance.Documents;

/// <summary>One entry of a document's tape, in document order. 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NodeRecord
{
    /// <summary>First byte of the encoded node in the source; a tag belongs to the node it marks.</summary>
    public int Start;

    /// <summary>Length of the encoded node in the source, in bytes.</summary>
    public int Length;

    /// <summary>Index of the first node after this one's subtree.</summary>
    public int Next;

    /// <summary>Elements of an array, pairs of a map, otherwise 0.</summary>
    public int Count;

    /// <summary>Integer: its value. Float: the bits of the double. Text and bytes: start (low 32 bits) and length (high 32 bits).</summary>
    public long Value;

    public NodeKind Kind;

    public NodeFlags Flags;

    public static long Range(int start, int length) => (uint)start | ((long)length << 32);
}
