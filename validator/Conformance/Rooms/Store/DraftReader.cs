using System.Buffers.Binary;
using Conformance.Documents;
using Conformance.Events.Index;

namespace Conformance.Rooms.Store;

/// <summary>Reads the texts of an event in the order in which <see cref="RoomEventDrafts"/> wrote them.</summary>
internal ref struct DraftReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>The next text.</summary>
    public ReadOnlySpan<byte> Text()
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(_left);
        ReadOnlySpan<byte> text = _left.Slice(sizeof(int), length);
        _left = _left[(sizeof(int) + length)..];
        return text;
    }

    /// <summary>The next reference: its key and, where that isn't the ID itself, its text.</summary>
    /// <returns>Whether the ID is a hash and has no text of its own.</returns>
    public bool Reference(out EventKey key, out ReadOnlySpan<byte> text)
    {
        bool isHash = _left[0] != 0;
        key = EventKey.Of(_left.Slice(1, KeyBytes));
        _left = _left[(1 + KeyBytes)..];
        text = isHash ? default : Text();
        return isHash;
    }

    /// <summary>The beginning of the hash that comes with the reference that was just read.</summary>
    public ulong Hash()
    {
        ulong hash = BinaryPrimitives.ReadUInt64LittleEndian(_left);
        _left = _left[sizeof(ulong)..];
        return hash;
    }

    /// <summary>The content as a whole.</summary>
    public Document Content(Document document)
    {
        var encoding = (DocumentEncoding)_left[0];
        _left = _left[1..];
        DocumentReader.Read(Text().ToArray(), encoding, document);
        return document;
    }
}
