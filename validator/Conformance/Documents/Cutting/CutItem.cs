namespace Conformance.Documents.Cutting;

/// <summary>One item in a block's buffer.</summary>
/// <param name="Parent">The container it was cut from; null when the whole file is one item.</param>
/// <param name="Key">Its name in a map, decoded to UTF-8; null in an array or when the key isn't text.</param>
/// <param name="Index">Its position in the container, from 0.</param>
/// <param name="Start">Its first byte in the block's buffer.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="WrongShape">True when a shape asked for a map or an array and this is something else.</param>
/// <param name="Broken">True when its end could not be found: the item is what is left of the input, up to the limit.</param>
internal readonly record struct CutItem(CutPath? Parent, byte[]? Key, long Index, int Start, int Length, bool WrongShape = false, bool Broken = false)
{
    /// <summary>JSON Pointer (RFC 6901) to the item.</summary>
    public string Pointer => Parent is null ? "" : CutPath.Child(Parent, Key, Index);
}
