using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;
using Conformance.Documents.Cutting;

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
        if (TryReadPlainKey(out key))
        {
            Compare(level, level.Names, key, key, offset);
            return true;
        }

        switch (Scan(out int length))
        {
            case CutScan.Whole:
                ReadOnlyMemory<byte> encoded = window.Block.Buffer.AsMemory(_position, length);
                Node root = ReadKey(level, offset, encoded);
                key = root.Kind == NodeKind.Text ? root.Utf8.ToArray() : null;
                if (DuplicateNames.IsComparable(root.Record))
                {
                    CutNames names = key is null ? level.OtherKeys ??= new CutNames(limits.Names) : level.Names;
                    Compare(level, names, key, key ?? encoded.Span, offset);
                }

                _position += length;
                return true;
            case CutScan.TooLarge:
                window.AddFault(FaultKind.ItemTooLarge, offset, level.Path, limits.ItemBytes);
                return true;
            case CutScan.TooLargeAndBroken:
                window.AddFault(FaultKind.ItemTooLarge, offset, level.Path, limits.ItemBytes);
                window.AddFault(_brokenBy, _brokenAt, level.Path);
                break;
            default:
                ReadKey(level, offset, window.Block.Buffer.AsMemory(_position, length));
                break;
        }

        _stoppedAt = offset;
        return false;
    }

    private void Compare(CborCutLevel level, CutNames names, byte[]? key, ReadOnlySpan<byte> compared, long offset)
    {
        if (!names.Add(compared))
        {
            string text = key is null ? DuplicateNames.ShownEncoded(compared) : DuplicateNames.Shown(compared);
            var path = new CutPath(level.Path, key, level.Path.Count, offset, offset);
            window.AddFault(FaultKind.DuplicateKey, offset, path, text: text);
        }

        if (names.Full && !level.NamesFullNoted)
        {
            level.NamesFullNoted = true;
            window.AddFault(FaultKind.TooManyNames, offset, level.Path, limits.Names);
        }
    }

    /// <summary>Reads a key of up to 255 bytes of valid UTF-8 with a head of the shortest form: nearly all are.</summary>
    private bool TryReadPlainKey([NotNullWhen(true)] out byte[]? key)
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
    private Node ReadKey(CborCutLevel level, long offset, ReadOnlyMemory<byte> encoded)
    {
        _keyDocument ??= new Document();
        DocumentReader.Read(encoded, DocumentEncoding.Cbor, _keyDocument, offset, limits.Depth);
        foreach (DocumentFault fault in _keyDocument.Faults)
        {
            if (fault.Kind != FaultKind.TrailingBytes)
            {
                window.AddFault(fault.Kind, fault.Offset, level.Path, fault.Detail, fault.Text);
            }
        }

        Node root = _keyDocument.Root;
        if (root.Exists && root.Kind != NodeKind.Text)
        {
            window.AddFault(FaultKind.CborKeyNotText, offset, level.Path);
        }

        return root;
    }
}
