using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Index;
using Conformance.Events.Versions;
using Conformance.Rooms.Facts;

namespace Conformance.Rooms.Store;

/// <content>Adding events, and the columns that hold them.</content>
internal sealed partial class RoomEvents
{
    /// <summary>The most events of each kind that are kept of what one event names.</summary>
    public const int MaxReferences = ushort.MaxValue;

    private readonly Fingerprint _fingerprint = new();
    private readonly Dictionary<int, int> _textIds = [];
    private EventKey[] _keys = new EventKey[16];
    private RoomEventFlags[] _flags = new RoomEventFlags[16];
    private byte[] _details = new byte[16];
    private int[] _types = new int[16];
    private int[] _slots = new int[16];
    private int[] _senders = new int[16];
    private int[] _extras = new int[16];
    private long[] _depths = new long[16];
    private long[] _times = new long[16];
    private int[] _referenceStarts = new int[16];
    private ushort[] _prevCounts = new ushort[16];
    private ushort[] _authCounts = new ushort[16];
    private int[] _references = new int[64];
    private int _referenceCount;
    private int[] _table = new int[32];
    private FactsReader? _reader;

    /// <summary>Bytes that columns, references and the table of IDs take; texts and facts come on top.</summary>
    public long Bytes =>
        ((long)_keys.Length * (32 + sizeof(RoomEventFlags) + sizeof(byte) + (5 * sizeof(int)) + (2 * sizeof(long)) + (2 * sizeof(ushort))))
        + ((long)(_references.Length + _table.Length) * sizeof(int));

    /// <summary>Adds an event. Of an event that is there already the first copy counts.</summary>
    /// <param name="view">The event.</param>
    /// <param name="id">Its ID in UTF-8.</param>
    /// <param name="form">The form in which it counts.</param>
    /// <returns>Its number.</returns>
    public int Add(EventView view, ReadOnlySpan<byte> id, RoomEventForm form = RoomEventForm.AsIs)
    {
        ArgumentNullException.ThrowIfNull(view);
        int index = Handle(id);
        if (Has(index, RoomEventFlags.Held))
        {
            return index;
        }

        HeldCount++;
        _flags[index] |= RoomEventFlags.Held | ((form & RoomEventForm.Redacted) != 0 ? RoomEventFlags.Redacted : 0);
        if (view.KindOf(EventField.Type) != NodeKind.Text || view.KindOf(EventField.Sender) != NodeKind.Text
            || view.KindOf(EventField.Content) != NodeKind.Map || !TryNumber(view[EventField.OriginServerTs], out _times[index])
            || !TryKeepReferences(view, index))
        {
            _flags[index] |= RoomEventFlags.Malformed;
            return index;
        }

        TryNumber(view[EventField.Depth], out _depths[index]);
        _types[index] = Texts.Add(view.TextOf(EventField.Type));
        _senders[index] = Texts.Add(view.TextOf(EventField.Sender));
        if (view.KindOf(EventField.StateKey) == NodeKind.Text)
        {
            _slots[index] = Slots.Add(_types[index], Texts.Add(view.TextOf(EventField.StateKey)));
        }

        ReadRoom(view, index, form);
        ReadContent(view, index);
        return index;
    }

    private static bool TryNumber(Node node, out long value)
    {
        value = 0;
        if (node.Kind is not (NodeKind.Integer or NodeKind.Float))
        {
            return false;
        }

        if (node.Kind == NodeKind.Integer && (node.Flags & NodeFlags.BigInteger) == 0)
        {
            value = node.Int64Value;
            return true;
        }

        // Old room versions put up with numbers of any size and form; what is out of range sorts last or first.
        double number = node.DoubleValue;
        value = double.IsNaN(number) ? 0 : number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)number;
        return true;
    }

    private void ReadRoom(EventView view, int index, RoomEventForm form)
    {
        if (view.KindOf(EventField.RoomId) != NodeKind.Text || (form & RoomEventForm.RoomIdAdded) != 0)
        {
            return;
        }

        _flags[index] |= RoomEventFlags.HasRoomId;
        ReadOnlySpan<byte> room = view.TextOf(EventField.RoomId);
        if (!room.SequenceEqual(Texts[RoomId]))
        {
            _flags[index] |= RoomEventFlags.OtherRoom;
            _otherRooms[index] = Texts.Add(room);
        }
    }

    private void ReadContent(EventView view, int index)
    {
        int type = _types[index];
        _reader ??= new FactsReader(this);
        var content = new EventContent(view[EventField.Content], Version, view.TextOf(EventField.Type), Has(index, RoomEventFlags.Redacted));
        if (type == Known.Member)
        {
            _details[index] = (byte)FactsReader.Membership(content.Get("membership"u8));
            MemberFacts? member = _reader.Member(content, out int authorisingUser);
            _flags[index] |= member?.HasThirdPartyInvite == true ? RoomEventFlags.ThirdParty : 0;
            _extras[index] = member is not null ? Keep(member) : -authorisingUser - 1;
        }
        else if (type == Known.Create)
        {
            _flags[index] |= RoomEventFlags.Create;
            _extras[index] = Keep(_reader.Create(content));
        }
        else if (type == Known.JoinRules)
        {
            _details[index] = (byte)FactsReader.JoinRule(content.Get("join_rule"u8));
        }
        else if (type == Known.PowerLevels)
        {
            _extras[index] = Keep(_reader.PowerLevels(content));
        }
        else if (type == Known.ThirdPartyInvite)
        {
            _extras[index] = Keep(FactsReader.ThirdPartyInvite(content));
        }
        else if (type == Known.Redaction && Version.References == EventReferenceForm.IdAndHash && !Has(index, RoomEventFlags.Redacted)
            && view.KindOf(EventField.Redacts) == NodeKind.Text)
        {
            _extras[index] = Keep(new RedactionFacts(Texts.Add(view.TextOf(EventField.Redacts))));
        }
    }

    private int Keep(object facts)
    {
        _facts.Add(facts);
        return _facts.Count;
    }

    private bool TryKeepReferences(EventView view, int index)
    {
        _referenceStarts[index] = _referenceCount;
        int prevCount = KeepReferences(view[EventField.PrevEvents], index);
        if (prevCount < 0)
        {
            return false;
        }

        _prevCounts[index] = (ushort)prevCount;
        int authCount = KeepReferences(view[EventField.AuthEvents], index);
        if (authCount < 0)
        {
            return false;
        }

        _authCounts[index] = (ushort)authCount;
        return true;
    }

    /// <summary>Keeps a list of references; -1 when it is none.</summary>
    private int KeepReferences(Node list, int index)
    {
        if (list.Kind != NodeKind.Array)
        {
            return -1;
        }

        int count = 0;
        foreach (Node element in list.Elements())
        {
            Node id = element;
            if (Version.References == EventReferenceForm.IdAndHash && element.Kind == NodeKind.Array)
            {
                foreach (Node first in element.Elements())
                {
                    id = first;
                    break;
                }
            }

            if (id.Kind != NodeKind.Text)
            {
                return -1;
            }

            if (count == MaxReferences)
            {
                _flags[index] |= RoomEventFlags.ReferencesCut;
                break;
            }

            if (_referenceCount == _references.Length)
            {
                Array.Resize(ref _references, _referenceCount + (_referenceCount / 2));
            }

            _references[_referenceCount++] = Handle(id.Utf8);
            count++;
        }

        return count;
    }

    private int Handle(ReadOnlySpan<byte> id)
    {
        bool isHash = EventIdText.TryHash(id, Version.EventIds, out EventKey key);
        int place = PlaceOf(key);
        if (_table[place] != 0)
        {
            return _table[place] - 1;
        }

        if (Count == _keys.Length)
        {
            GrowColumns();
        }

        int index = Count++;
        _keys[index] = key;
        _slots[index] = -1;
        _types[index] = -1;
        _senders[index] = -1;
        if (!isHash)
        {
            _flags[index] = RoomEventFlags.TextId;
            _textIds[index] = Texts.Add(id);
        }

        _table[place] = Count;
        if (Count > _table.Length / 4 * 3)
        {
            GrowTable();
        }

        return index;
    }

    private int PlaceOf(in EventKey key)
    {
        int mask = _table.Length - 1;
        int place = (int)(_fingerprint.Spread(key.A) & (ulong)mask);
        while (_table[place] != 0 && !_keys[_table[place] - 1].Is(key))
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void GrowTable()
    {
        _table = new int[_table.Length * 2];
        for (int index = 0; index < Count; index++)
        {
            _table[PlaceOf(_keys[index])] = index + 1;
        }
    }

    private void GrowColumns()
    {
        int size = Count + (Count / 2);
        Array.Resize(ref _keys, size);
        Array.Resize(ref _flags, size);
        Array.Resize(ref _details, size);
        Array.Resize(ref _types, size);
        Array.Resize(ref _slots, size);
        Array.Resize(ref _senders, size);
        Array.Resize(ref _extras, size);
        Array.Resize(ref _depths, size);
        Array.Resize(ref _times, size);
        Array.Resize(ref _referenceStarts, size);
        Array.Resize(ref _prevCounts, size);
        Array.Resize(ref _authCounts, size);
    }
}
