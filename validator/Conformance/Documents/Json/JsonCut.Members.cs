using System.Text.Unicode;
using Conformance.Documents.Cutting;

namespace Conformance.Documents.Json;

/// <content>Members of maps that are cut.</content>
internal sealed partial class JsonCut
{
    // Reads the names that aren't plain; made for the first of them.
    private Document? _nameDocument;

    /// <summary>Cuts a member whose name is a string.</summary>
    private void CutMember(JsonCutLevel level)
    {
        level.Opened = false;
        if (TryReadName(level, JsonExtentKind.Text, out Member member))
        {
            CutAfterName(level, member, blamed: false);
        }
    }

    /// <summary>Reads a name and goes past it. False when the input ends in it.</summary>
    private bool TryReadName(JsonCutLevel level, JsonExtentKind kind, out Member member)
    {
        long offset = Offset;
        CutScan outcome = Scan(kind, 0, out int length);
        byte[]? key = null;
        switch (outcome)
        {
            case CutScan.Whole:
                key = NameOf(level, offset, length, out bool comparable);
                _position += length;
                if (comparable)
                {
                    NoteIfRepeated(level, key, offset);
                }

                break;
            case CutScan.Broken:
                key = NameOf(level, offset, length, out _);
                NoteEnd(new CutPath(level.Path, key, level.Path.Count, offset, offset));
                break;
            default:
                window.AddFault(FaultKind.ItemTooLarge, offset, level.Path, limits.ItemBytes);
                if (outcome == CutScan.TooLargeAndBroken)
                {
                    NoteEnd(level.Path);
                }

                break;
        }

        member = new Member(key, offset, level.Path.Count++);
        return _stoppedAt < 0;
    }

    /// <summary>Decodes a name, and notes what the reader has to say about it.</summary>
    private byte[]? NameOf(JsonCutLevel level, long offset, int length, out bool comparable)
    {
        comparable = true;
        ReadOnlySpan<byte> quoted = window.Bytes.Slice(_position, length);
        ReadOnlySpan<byte> name = length > 1 ? quoted[1..^1] : default;
        if (length > 1 && quoted[0] == '"' && quoted[^1] == '"' && !name.ContainsAny(JsonBytes.TextStops) && Utf8.IsValid(name))
        {
            return name.ToArray();
        }

        _nameDocument ??= new Document();
        DocumentReader.Read(window.Block.Buffer.AsMemory(_position, length), DocumentEncoding.Json, _nameDocument, offset);
        Node root = _nameDocument.Root;
        byte[]? key = root.Kind == NodeKind.Text ? root.Utf8.ToArray() : null;
        comparable = key is not null && (root.Flags & NodeFlags.Incomplete) == 0;
        var path = new CutPath(level.Path, key, level.Path.Count, offset, offset);
        foreach (DocumentFault fault in _nameDocument.Faults)
        {
            if (fault.Kind != FaultKind.UnexpectedEnd)
            {
                window.AddFault(fault.Kind, fault.Offset, path, fault.Detail, fault.Text);
            }
        }

        _nameDocument.Trim();
        return key;
    }

    private void NoteIfRepeated(JsonCutLevel level, byte[]? key, long offset)
    {
        if (key is not null && !level.Names.Add(key))
        {
            var path = new CutPath(level.Path, key, level.Path.Count, offset, offset);
            window.AddFault(FaultKind.DuplicateKey, offset, path, text: DuplicateNames.Shown(key));
        }

        if (level.Names.Full && !level.NamesFullNoted)
        {
            level.NamesFullNoted = true;
            window.AddFault(FaultKind.TooManyNames, offset, level.Path, limits.Names);
        }
    }

    private void CutAfterName(JsonCutLevel level, in Member member, bool blamed)
    {
        SkipSpace();
        if (Peek() == ':')
        {
            _position++;
            CutMemberValue(level, member, blamed);
        }
        else
        {
            RecoverAfterName(level, member, blamed);
        }
    }

    /// <summary>Cuts the value of a member, after its colon.</summary>
    private void CutMemberValue(JsonCutLevel level, in Member member, bool blamed)
    {
        SkipSpace();
        int value = Peek();
        while (value == ':')
        {
            if (!blamed)
            {
                window.AddFault(FaultKind.JsonUnexpectedByte, Offset, PathOf(level, member), ':');
                blamed = true;
            }

            _position++;
            SkipSpace();
            value = Peek();
        }

        if (value is < 0 or ',' or '}' or ']')
        {
            NoteMissingValue(level, member, blamed, value);
            return;
        }

        CutValue(level.ShapeOf(member.Key), level.Path, member.Key, member.Index, member.Offset);
    }

    private void NoteMissingValue(JsonCutLevel level, in Member member, bool blamed, int value)
    {
        if (value < 0)
        {
            NoteEnd(level.Path);
        }
        else if (!blamed)
        {
            window.AddFault(FaultKind.JsonMissingValue, Offset, PathOf(level, member));
        }
    }

    private static CutPath PathOf(JsonCutLevel level, in Member member) =>
        new(level.Path, member.Key, member.Index, member.Offset, member.Offset);

    /// <summary>A member of which the name is read.</summary>
    private readonly record struct Member(byte[]? Key, long Offset, long Index);
}
