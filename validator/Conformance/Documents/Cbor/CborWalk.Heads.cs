namespace Conformance.Documents.Cbor;

/// <content>Heads and tags (RFC 8949 §3, §3.4).</content>
internal ref partial struct CborWalk
{
    /// <summary>Reads the head of anything but a tag. The argument of an indefinite length is 31.</summary>
    private bool TryReadHead(int head, byte initial, out int content, out ulong argument)
    {
        int length = CborHead.LengthOf(initial);
        content = head + length;
        argument = 0;
        if ((initial & 31) == CborHead.Indefinite)
        {
            if (initial >> 5 is >= CborHead.Bytes and <= CborHead.Map)
            {
                argument = CborHead.Indefinite;
                return true;
            }

            return Fail(initial == CborHead.Break ? FaultKind.CborUnexpectedBreak : FaultKind.CborIndefiniteNotAllowed, head);
        }

        if (length == 0)
        {
            return Fail(FaultKind.CborReservedInformation, head);
        }

        if (content > _source.Length)
        {
            return End(_container, content - _source.Length);
        }

        argument = CborHead.Argument(_source[head..]);
        return true;
    }

    /// <summary>Goes to the head that one or more tags mark. Notes nothing about the tags themselves.</summary>
    private bool TryPassTags(ref int head, out ulong innermost)
    {
        innermost = 0;
        do
        {
            if (!TryReadHead(head, _source[head], out int content, out innermost))
            {
                return false;
            }

            head = content;
            if (head == _source.Length)
            {
                return End(_container);
            }
        }
        while (_source[head] >> 5 == CborHead.Tag);
        return true;
    }

    /// <summary>Notes what is to say of an item's tags and of its own head.</summary>
    private readonly void NoteHead(int start, int head, int content, int node)
    {
        if (head != start)
        {
            NoteHeads(start, head, node);
        }

        if (content - head > 1 && CborHead.IsLong(content - head, CborHead.Argument(_source[head..])))
        {
            _document.AddFault(FaultKind.CborNonShortest, head, node);
        }
    }

    /// <summary>Notes the tags from one offset to another.</summary>
    private readonly void NoteHeads(int from, int to, int node)
    {
        while (from < to)
        {
            int length = CborHead.LengthOf(_source[from]);
            ulong tag = CborHead.Argument(_source[from..]);
            bool marksFile = tag == CborHead.SelfDescribed && from == 0 && _document.BaseOffset == 0;
            _document.AddFault(
                marksFile ? FaultKind.CborSelfDescribed : FaultKind.CborTag, from, node, (long)Math.Min(tag, long.MaxValue));
            if (CborHead.IsLong(length, tag))
            {
                _document.AddFault(FaultKind.CborNonShortest, from, node);
            }

            from += length;
        }
    }

    private bool Fail(FaultKind kind, int offset)
    {
        _position = offset;
        _document.AddFault(kind, offset, _container, _source[offset]);
        return false;
    }
}
