using Conformance.Documents;

namespace Conformance.Events.Canonical;

/// <content>Objects: names in the order of their bytes, of a name that stands twice the last value.</content>
internal sealed partial class CanonicalJsonWriter
{
    private void WriteMap(int index, int count)
    {
        WriteByte((byte)'{');
        if (IsInOrder(index, count))
        {
            int at = index + 1;
            for (int i = 0; i < count; i++)
            {
                if (i > 0)
                {
                    WriteByte((byte)',');
                }

                ref NodeRecord key = ref _document.Record(at);
                int value = key.Next;
                WriteText(key);
                WriteByte((byte)':');
                WriteValue(value);
                at = _document.Record(value).Next;
            }
        }
        else
        {
            WriteSorted(index, count);
        }

        WriteByte((byte)'}');
    }

    /// <summary>Whether the names of a map stand in order, each once, and all are text.</summary>
    private bool IsInOrder(int index, int count)
    {
        int at = index + 1;
        ReadOnlySpan<byte> last = default;
        for (int i = 0; i < count; i++)
        {
            ref NodeRecord key = ref _document.Record(at);
            if (key.Kind != NodeKind.Text)
            {
                return false;
            }

            ReadOnlySpan<byte> name = _document.TextOf(key);
            if (i > 0 && last.SequenceCompareTo(name) >= 0)
            {
                return false;
            }

            last = name;
            at = _document.Record(key.Next).Next;
        }

        return true;
    }

    private void WriteSorted(int index, int count)
    {
        int first = _entryCount;
        int at = index + 1;
        for (int i = 0; i < count; i++)
        {
            ref NodeRecord key = ref _document.Record(at);
            if (key.Kind == NodeKind.Text)
            {
                Push(new MapEntry(MapEntry.PrefixOf(_document.TextOf(key)), at, key.Next));
            }
            else
            {
                IsExact = false;
            }

            at = _document.Record(key.Next).Next;
        }

        int end = _entryCount;
        var comparer = new MapEntryComparer(_document);
        comparer.Sort(_entries.AsSpan(first, end - first));
        bool any = false;
        for (int i = first; i < end; i++)
        {
            // Values below may move the array, so each entry is read anew.
            MapEntry entry = _entries[i];
            if (i + 1 < end && comparer.SameName(entry, _entries[i + 1]))
            {
                continue;
            }

            if (any)
            {
                WriteByte((byte)',');
            }

            any = true;
            WriteText(_document.Record(entry.Key));
            WriteByte((byte)':');
            WriteValue(entry.Value);
        }

        _entryCount = first;
    }

    private void Push(MapEntry entry)
    {
        if (_entryCount == _entries.Length)
        {
            Array.Resize(ref _entries, _entryCount * 2);
        }

        _entries[_entryCount++] = entry;
    }
}
