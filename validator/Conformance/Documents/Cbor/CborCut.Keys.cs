using System.Text.Unicode;

namespace Conformance.Documents.Cbor;

/// <content>Keys of maps that are cut.</content>
internal sealed partial class CborCut
{
    // Reads the keys that aren't plain; made for the first of them.
    private Document? _keyDocument;

    /// <summary>Reads a key and goes past it. False when that is where cutting stops.</summary>
    private bool TryReadKey(CborCutLevel level, out byte[]? key)
    {
        long offset = Offset;
        if (!TryReadPlainKey(out key))
        {
            switch (Scan(out int length))
            {
                case CborCutScan.Whole:
                    ReadKey(level, offset, length, out key, out bool comparable);
                    _position += length;
                    if (!comparable)
                    {
                        return true;
                    }

                    break;
                case CborCutScan.TooLarge:
                    window.AddFault(FaultKind.ItemTooLarge, offset, level.Path, limits.ItemBytes);
                    return true;
                case CborCutScan.TooLargeAndBroken:
                    window.AddFault(FaultKind.ItemTooLarge, offset, level.Path, limits.ItemBytes);
                    window.AddFault(_brokenBy, _brokenAt, level.Path);
                    _stoppedAt = offset;
                    return false;
                default:
                    ReadKey(level, offset, length, out _, out _);
                    _stoppedAt = offset;
                    return false;
            }
        }

        if (!level.Names.Add(key))
        {
            var path = new Cutting.CutPath(level.Path, key, level.Path.Count, offset, Offset);
            window.AddFault(FaultKind.DuplicateKey, offset, path, text: DuplicateNames.Shown(key));
        }

        if (level.Names.Full && !level.NamesFullNoted)
        {
            level.NamesFullNoted = true;
            window.AddFault(FaultKind.TooManyNames, offset, level.Path, Cutting.CutNames.Limit);
        }

        return true;
    }

    /// <summary>Reads a key of up to 255 bytes of valid UTF-8 with a head of the shortest form: nearly all are.</summary>
    private bool TryReadPlainKey(out byte[]? key)
    {
        key = null;
        byte initial = window.Bytes[_position];
        int head = 1;
        int length = initial & 31;
        if (initial >> 5 != CborHead.Text || length > 24 || !Ensure(2))
        {
            return false;
        }

        if (length == 24)
        {
            head = 2;
            length = window.Bytes[_position + 1];
            if (length < 24)
            {
                return false;
            }
        }

        if (!Ensure(head + length))
        {
            return false;
        }

        ReadOnlySpan<byte> name = window.Bytes.Slice(_position + head, length);
        if (!Utf8.IsValid(name))
        {
            return false;
        }

        key = name.ToArray();
        _position += head + length;
        return true;
    }

    /// <summary>Reads any key with the reader, and notes what that says.</summary>
    private void ReadKey(CborCutLevel level, long offset, int length, out byte[]? key, out bool comparable)
    {
        _keyDocument ??= new Document();
        DocumentReader.Read(window.Block.Buffer.AsMemory(_position, length), DocumentEncoding.Cbor, _keyDocument, offset, limits.Depth);
        foreach (DocumentFault fault in _keyDocument.Faults)
        {
            if (fault.Kind != FaultKind.TrailingBytes)
            {
                window.AddFault(fault.Kind, fault.Offset, level.Path, fault.Detail, fault.Text);
            }
        }

        Node root = _keyDocument.Root;
        key = root.Kind == NodeKind.Text ? root.Utf8.ToArray() : null;
        comparable = key is not null && (root.Flags & NodeFlags.Incomplete) == 0;
        if (root.Exists && key is null)
        {
            window.AddFault(FaultKind.CborKeyNotText, offset, level.Path);
        }
    }
}
