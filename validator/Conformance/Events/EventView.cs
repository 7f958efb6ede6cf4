using Conformance.Documents;
using Conformance.Events.Canonical;
using Conformance.Events.Versions;

namespace Conformance.Events;

/// <summary>
/// The members of an event, each known one in its slot, so that rules and hashes need no search. Of a name that stands twice
/// the last value counts, as it does for the JSON libraries of servers.
/// </summary>
internal sealed class EventView
{
    private const int KeptExtras = 1 << 12;

    private readonly int[] _slots = new int[EventFields.Count];
    private MapEntry[] _extras = new MapEntry[8];

    /// <summary>The document that holds the event.</summary>
    public Document Document { get; private set; } = null!;

    /// <summary>The known members that the event has, as bits.</summary>
    public uint Fields { get; private set; }

    /// <summary>How many members it has that the specification doesn't know.</summary>
    public int ExtraCount { get; private set; }

    /// <summary>The members that the specification doesn't know, in the order of canonical JSON, each name once.</summary>
    public ReadOnlySpan<MapEntry> Extras => _extras.AsSpan(0, ExtraCount);

    /// <summary>The event as a whole.</summary>
    public Node Root => Document.Root;

    /// <summary>A member; a node of kind <see cref="NodeKind.None"/> when the event has it not.</summary>
    public Node this[EventField field] => Has(field) ? new Node(Document, _slots[(int)field]) : default;

    /// <summary>Whether the event has a member.</summary>
    public bool Has(EventField field) => (Fields >> (int)field & 1) != 0;

    /// <summary>A member's kind.</summary>
    public NodeKind KindOf(EventField field) => Has(field) ? Document.Record(_slots[(int)field]).Kind : NodeKind.None;

    /// <summary>Index of a member's value. Only for members that the event has.</summary>
    public int IndexOf(EventField field) => _slots[(int)field];

    /// <summary>A member's text; empty when it is missing or no text.</summary>
    public ReadOnlySpan<byte> TextOf(EventField field) =>
        KindOf(field) == NodeKind.Text ? Document.TextOf(Document.Record(_slots[(int)field])) : default;

    /// <summary>Takes an event.</summary>
    /// <param name="document">A document whose root is a map.</param>
    public void Load(Document document)
    {
        Document = document;
        Fields = 0;
        ExtraCount = 0;
        if (_extras.Length > KeptExtras)
        {
            _extras = new MapEntry[8];
        }

        int at = 1;
        int count = document.Record(0).Count;
        for (int i = 0; i < count; i++)
        {
            ref NodeRecord key = ref document.Record(at);
            int value = key.Next;
            if (key.Kind == NodeKind.Text)
            {
                ReadOnlySpan<byte> name = document.TextOf(key);
                int field = EventFields.Find(name);
                if (field >= 0)
                {
                    _slots[field] = value;
                    Fields |= 1u << field;
                }
                else
                {
                    AddExtra(new MapEntry(MapEntry.PrefixOf(name), at, value));
                }
            }

            at = document.Record(value).Next;
        }

        if (ExtraCount > 1)
        {
            SortExtras();
        }
    }

    private void AddExtra(MapEntry entry)
    {
        if (ExtraCount == _extras.Length)
        {
            Array.Resize(ref _extras, ExtraCount * 2);
        }

        _extras[ExtraCount++] = entry;
    }

    private void SortExtras()
    {
        var comparer = new MapEntryComparer(Document);
        comparer.Sort(_extras.AsSpan(0, ExtraCount));
        int kept = 0;
        for (int i = 0; i < ExtraCount; i++)
        {
            if (i + 1 == ExtraCount || !comparer.SameName(_extras[i], _extras[i + 1]))
            {
                _extras[kept++] = _extras[i];
            }
        }

        ExtraCount = kept;
    }
}
