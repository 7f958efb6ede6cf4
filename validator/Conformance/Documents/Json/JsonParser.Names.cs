namespace Conformance.Documents.Json;

/// <content>Names that stand twice in one map.</content>
internal ref partial struct JsonParser
{
    /// <summary>So many names of a map are compared one by one as they come; the rest through a table when the map is closed.</summary>
    private const int MaxComparedNames = 24;

    /// <summary>Compares a name with those before it in its map, if the map's filter says that one of them may be the same.</summary>
    private readonly void CheckName(int name)
    {
        ref NodeRecord map = ref _document.Record(_container);
        if (map.Count >= MaxComparedNames || !DuplicateNames.IsComparable(_document.Record(name)))
        {
            return;
        }

        ReadOnlySpan<byte> text = TextOf(_document.Record(name));
        ulong bit = text.IsEmpty
            ? 1
            : 1UL << (int)((((uint)text.Length * 0x9E3779B1) + (text[0] * 0x85EBCA6B) + (text[^1] * 0xC2B2AE35) + (text[text.Length / 2] * 0x27D4EB2F)) >> 26);
        if (((ulong)map.Value & bit) == 0)
        {
            map.Value |= (long)bit;
            return;
        }

        int other = _container + 1;
        for (int i = 0; i < map.Count; i++)
        {
            ref NodeRecord record = ref _document.Record(other);
            if (record.Kind == NodeKind.Text && (int)(record.Value >> 32) == text.Length && DuplicateNames.IsComparable(record)
                && TextOf(record).SequenceEqual(text))
            {
                DuplicateNames.Report(_document, _container, name);
                return;
            }

            other = _document.Record(record.Next).Next;
        }
    }

    private readonly ReadOnlySpan<byte> TextOf(in NodeRecord record) =>
        ((record.Flags & NodeFlags.Scratch) != 0 ? _document.Scratch : _source).Slice((int)record.Value, (int)(record.Value >> 32));
}
