using System.Collections.Immutable;
using Conformance.Documents;
using Conformance.Events.Versions;

namespace Conformance.Events.Hashing;

/// <content>Redaction as a filter while writing (Room versions, Redactions).</content>
internal sealed partial class EventHasher
{
    private static readonly uint NotSigned = EventFields.Set(EventField.Signatures, EventField.Unsigned);

    /// <summary>Whether a redaction would take nothing from the event, <c>unsigned</c> aside.</summary>
    public bool IsRedactedForm()
    {
        uint rest = _event.Fields & ~_ignored & ~(1u << (int)EventField.Unsigned);
        if (_event.ExtraCount > 0)
        {
            return false;
        }

        for (int field = 0; field < EventFields.Count; field++)
        {
            if ((rest >> field & 1) != 0 && !_version.Redaction.Keeps((EventField)field))
            {
                return false;
            }
        }

        Node content = _event[EventField.Content];
        RedactedContent? kept = _version.Redaction.ContentOf(_event.TextOf(EventField.Type));
        return kept is null ? content.Count == 0 : kept.KeepsAll || KeepsAllOf(content, kept.Keys);
    }

    private static bool KeepsAllOf(Node content, ImmutableArray<RedactedKey> keys)
    {
        foreach ((Node name, Node value) in content.Members())
        {
            bool kept = false;
            foreach (RedactedKey key in keys)
            {
                if (name.TextEquals(key.Name.AsSpan()))
                {
                    kept = key.Only.IsEmpty || (value.Kind == NodeKind.Map && value.Count == (value.Get(key.Only.AsSpan()).Exists ? 1 : 0));
                    break;
                }
            }

            if (!kept)
            {
                return false;
            }
        }

        return true;
    }

    private void WriteRedactedForm()
    {
        _redactedStart = _writer.Length;
        _writer.WriteByte((byte)'{');
        uint fields = _event.Fields & ~NotSigned & ~_ignored;
        for (int field = 0; field < EventFields.Count; field++)
        {
            if ((fields >> field & 1) == 0 || !_version.Redaction.Keeps((EventField)field))
            {
                continue;
            }

            Separate(_redactedStart);
            switch ((EventField)field)
            {
                case EventField.Content:
                    WriteRedactedContent();
                    break;
                case EventField.Hashes:
                    WriteMember(field);
                    break;
                default:
                    _writer.Repeat(_pieces[field].Start, _pieces[field].Length);
                    break;
            }
        }

        _writer.WriteByte((byte)'}');
        _redactedLength = _writer.Length - _redactedStart;
    }

    private void WriteRedactedContent()
    {
        RedactedContent? kept = _version.Redaction.ContentOf(_event.TextOf(EventField.Type));
        if (kept is { KeepsAll: true })
        {
            (int start, int length) = _pieces[(int)EventField.Content];
            _writer.Repeat(start, length);
            return;
        }

        _writer.WriteRaw(EventFields.Label((int)EventField.Content));
        int open = _writer.Length;
        _writer.WriteByte((byte)'{');
        Node content = _event[EventField.Content];
        if (kept is not null && content.Count > 0)
        {
            foreach (RedactedKey key in kept.Keys)
            {
                WriteKept(content, key, open);
            }
        }

        _writer.WriteByte((byte)'}');
    }

    private void WriteKept(Node content, RedactedKey key, int open)
    {
        (Node name, Node value) = LastOf(content, key.Name.AsSpan());
        if (!name.Exists || (!key.Only.IsEmpty && value.Kind != NodeKind.Map))
        {
            return;
        }

        Separate(open);
        _writer.WriteText(name.Record);
        _writer.WriteByte((byte)':');
        if (key.Only.IsEmpty)
        {
            _writer.WriteValue(value.Index);
            return;
        }

        _writer.WriteByte((byte)'{');
        (Node innerName, Node inner) = LastOf(value, key.Only.AsSpan());
        if (innerName.Exists)
        {
            _writer.WriteText(innerName.Record);
            _writer.WriteByte((byte)':');
            _writer.WriteValue(inner.Index);
        }

        _writer.WriteByte((byte)'}');
    }

    private static (Node Name, Node Value) LastOf(Node map, ReadOnlySpan<byte> name)
    {
        (Node, Node) last = default;
        foreach ((Node key, Node value) in map.Members())
        {
            if (key.TextEquals(name))
            {
                last = (key, value);
                if ((map.Flags & NodeFlags.DuplicateKeys) == 0)
                {
                    break;
                }
            }
        }

        return last;
    }
}
