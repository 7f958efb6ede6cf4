using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace Conformance.Documents.Cbor;

/// <content>Text and byte strings (RFC 8949 §3.1, §3.2.3).</content>
internal ref partial struct CborWalk
{
    private static ReadOnlySpan<byte> ReplacementCharacter => "\uFFFD"u8;

    private void AddText(int start, int head, int content, int length)
    {
        ref NodeRecord record = ref Add(start, content + length, NodeKind.Text, out int node);
        record.Value = NodeRecord.Range(content, length);
        if (!IsUtf8(_source.Slice(content, length)))
        {
            ReplaceFaults(ref record, node, content, length);
        }

        if (content - head > 1 || head != start)
        {
            record.Flags |= head == start ? NodeFlags.None : NodeFlags.Tagged;
            NoteHead(start, head, content, node);
        }
    }

    private bool TryAddString(int start, int head, int content, ulong argument, ulong tag)
    {
        bool isText = _source[head] >> 5 == CborHead.Text;
        bool indefinite = (_source[head] & 31) == CborHead.Indefinite;
        if (!indefinite && argument > (ulong)(_source.Length - content))
        {
            NoteHeads(start, head, _container);
            return CutShort(head, argument);
        }

        if (isText && !indefinite)
        {
            AddText(start, head, content, (int)argument);
            return true;
        }

        int node;
        if (indefinite)
        {
            if (!TryJoin(start, head, out node))
            {
                return false;
            }
        }
        else
        {
            ref NodeRecord record = ref Add(start, content + (int)argument, NodeKind.Bytes, out node);
            record.Value = NodeRecord.Range(content, (int)argument);
        }

        if (head != start)
        {
            _document.Record(node).Flags |= NodeFlags.Tagged;
        }

        NoteHead(start, head, content, node);
        if (indefinite)
        {
            _document.AddFault(FaultKind.CborIndefinite, head, node);
        }

        if (!isText)
        {
            bool isBignum = tag is 2 or 3 && head != start && _document.Record(node).Value >> 32 <= CborReader.MaxBignum;
            if (isBignum)
            {
                TurnIntoBignum(node, tag == 3);
            }
            else
            {
                _document.AddFault(FaultKind.CborByteString, head, node);
            }
        }

        return true;
    }

    /// <summary>Joins the chunks of a string of indefinite length. On success its node is added.</summary>
    private bool TryJoin(int start, int head, out int node)
    {
        bool isText = _source[head] >> 5 == CborHead.Text;
        int from = _document.ScratchLength;

        // The node that will be, once all chunks are there; until then a fault belongs to the container.
        node = -1;
        int at = head + 1;
        if (!TryFindEnd(start, head, out int end))
        {
            return false;
        }

        ref NodeRecord record = ref Add(start, end, isText ? NodeKind.Text : NodeKind.Bytes, out node);
        while (_source[at] != CborHead.Break)
        {
            int length = CborHead.LengthOf(_source[at]);
            ulong size = CborHead.Argument(_source[at..]);
            if (_source[at] >> 5 != _source[head] >> 5)
            {
                _document.AddFault(FaultKind.CborBadChunk, at, node, _source[at]);
            }

            if (CborHead.IsLong(length, size))
            {
                _document.AddFault(FaultKind.CborNonShortest, at, node);
            }

            ReadOnlySpan<byte> chunk = _source.Slice(at + length, (int)size);
            if (!isText || IsUtf8(chunk))
            {
                Keep(chunk);
            }
            else
            {
                record.Flags |= NodeFlags.Incomplete;
                KeepReplaced(chunk, at + length, node);
            }

            at += length + (int)size;
        }

        record.Flags |= NodeFlags.Scratch;
        record.Value = NodeRecord.Range(from, _document.ScratchLength - from);
        return true;
    }

    private bool TryFindEnd(int start, int head, out int end)
    {
        var chunks = new CborChunks(_source);
        CborSkip outcome = chunks.Find(head + 1, out end);
        if (outcome == CborSkip.Done)
        {
            return true;
        }

        NoteHeads(start, head, _container);
        return outcome == CborSkip.IllFormed ? Fail(chunks.Fault, end)
            : chunks.Announced is { } announced ? CutShort(end, announced)
            : End(_container, chunks.Missing);
    }

    private bool CutShort(int head, ulong announced)
    {
        if (!_countBeyondInput)
        {
            _countBeyondInput = true;
            _document.AddFault(FaultKind.CborCountBeyondInput, head, _container, (long)Math.Min(announced, long.MaxValue));
        }

        return End(_container);
    }

    private readonly void ReplaceFaults(ref NodeRecord record, int node, int content, int length)
    {
        int from = _document.ScratchLength;
        KeepReplaced(_source.Slice(content, length), content, node);
        record.Flags |= NodeFlags.Scratch | NodeFlags.Incomplete;
        record.Value = NodeRecord.Range(from, _document.ScratchLength - from);
    }

    private readonly void Keep(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_document.ReserveScratch(bytes.Length));
        _document.CommitScratch(bytes.Length);
    }

    /// <summary>Keeps text with U+FFFD for each ill-formed sequence, as the Unicode Standard recommends (§3.9), and notes the first.</summary>
    private readonly void KeepReplaced(ReadOnlySpan<byte> text, int offset, int node)
    {
        bool noted = false;
        int kept = 0;
        int at = 0;
        while (at < text.Length)
        {
            OperationStatus status = Rune.DecodeFromUtf8(text[at..], out _, out int consumed);
            if (status == OperationStatus.Done)
            {
                at += consumed;
                continue;
            }

            if (!noted)
            {
                noted = true;
                _document.AddFault(FaultKind.InvalidUtf8, offset + at, node, text[at]);
            }

            Keep(text[kept..at]);
            Keep(ReplacementCharacter);
            at += Math.Max(consumed, 1);
            kept = at;
        }

        Keep(text[kept..]);
    }

    /// <summary>Whether text is valid UTF-8. Short text is mostly ASCII and not worth a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsUtf8(ReadOnlySpan<byte> text)
    {
        ref byte first = ref MemoryMarshal.GetReference(text);
        int length = text.Length;
        if (length is >= 8 and <= 16)
        {
            ulong both = Unsafe.ReadUnaligned<ulong>(ref first) | Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - 8));
            return (both & 0x8080_8080_8080_8080) == 0 || Utf8.IsValid(text);
        }

        if (length is >= 4 and < 8)
        {
            uint both = Unsafe.ReadUnaligned<uint>(ref first) | Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - 4));
            return (both & 0x8080_8080) == 0 || Utf8.IsValid(text);
        }

        if (length is > 16 and <= 64)
        {
            Vector128<byte> all = Vector128.LoadUnsafe(ref first) | Vector128.LoadUnsafe(ref first, (nuint)(length - 16));
            if (length > 32)
            {
                all |= Vector128.LoadUnsafe(ref first, 16) | Vector128.LoadUnsafe(ref first, (nuint)(length - 32));
            }

            return all.ExtractMostSignificantBits() == 0 || Utf8.IsValid(text);
        }

        return Utf8.IsValid(text);
    }
}
