using System.Globalization;
using System.Text;

namespace Conformance.Documents.Cutting;

/// <summary>A map or array that is being cut: where it stands, and how many children it turned out to have.</summary>
internal sealed class CutPath(CutPath? parent, byte[]? key, long index, long keyOffset, long offset)
{
    /// <summary>The container around this one; null for the outermost value.</summary>
    public CutPath? Parent { get; } = parent;

    /// <summary>The name this value has in a map, decoded to UTF-8; null in an array, for the outermost value, and for a key that isn't text.</summary>
    public byte[]? Key { get; } = key;

    /// <summary>Position in the container around it, from 0.</summary>
    public long Index { get; } = index;

    /// <summary>Offset of the key in the member; that of the value when there is no key.</summary>
    public long KeyOffset { get; } = keyOffset;

    /// <summary>Offset of the value in the member.</summary>
    public long Offset { get; } = offset;

    /// <summary>Children met so far; all of them once the file is read. Written by the reading thread only.</summary>
    public long Count { get; set; }

    /// <summary>0 for the outermost value.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>A place for the consumer to keep what it found out about this container (a room's version).</summary>
    public object? Tag { get; set; }

    /// <summary>JSON Pointer (RFC 6901) from the outermost value.</summary>
    public string Pointer => Parent is null ? "" : Child(Parent, Key, Index);

    /// <summary>JSON Pointer to a child of a path.</summary>
    public static string Child(CutPath parent, byte[]? key, long index) =>
        parent.Pointer + "/" + (key is null ? index.ToString(CultureInfo.InvariantCulture) : NodePointer.Escape(Encoding.UTF8.GetString(key)));
}
