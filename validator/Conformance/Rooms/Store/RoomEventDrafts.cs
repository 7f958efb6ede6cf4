using System.Buffers.Binary;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Index;
using Conformance.Events.Versions;
using Conformance.Rooms.Facts;

namespace Conformance.Rooms.Store;

/// <summary>
/// Events on their way into their rooms. What a room keeps of an event is read here, on any thread with drafts of its own; entering it in the room
/// (<see cref="RoomEvents.Enter"/>) is left to one thread, and short.
/// </summary>
internal sealed class RoomEventDrafts
{
    private readonly List<RoomEventDraft> _drafts = [];
    private byte[] _bytes = [];
    private int _length;

    /// <summary>How many events there are.</summary>
    public int Count => _drafts.Count;

    /// <summary>Bytes that the texts have room for.</summary>
    public int Bytes => _bytes.Length;

    /// <summary>An event's part of fixed size.</summary>
    public RoomEventDraft this[int draft] => _drafts[draft];

    /// <summary>Forgets all events.</summary>
    public void Clear()
    {
        _drafts.Clear();
        _length = 0;
    }

    /// <summary>The rest of an event.</summary>
    public DraftReader Read(int draft) => new(_bytes.AsSpan(_drafts[draft].Start));

    /// <summary>Adds an event.</summary>
    /// <param name="view">The event.</param>
    /// <param name="id">Its ID in UTF-8.</param>
    /// <param name="version">The version of its room.</param>
    /// <param name="room">The ID of its room in UTF-8.</param>
    /// <param name="form">The form in which it counts.</param>
    /// <param name="referenceHash">Its reference hash, where references give hashes and it has one.</param>
    /// <returns>Its number among the drafts.</returns>
    public int Add(
        EventView view, ReadOnlySpan<byte> id, RoomVersion version, ReadOnlySpan<byte> room, RoomEventForm form, ReadOnlySpan<byte> referenceHash = default)
    {
        int start = _length;
        RoomEventFlags flags = RoomEventFlags.Held
            | ((form & RoomEventForm.Redacted) != 0 ? RoomEventFlags.Redacted : 0)
            | ((form & RoomEventForm.AuthorisingSignatureBad) != 0 ? RoomEventFlags.AuthorisingSignatureBad : 0);
        if (!EventIdText.TryHash(id, version.EventIds, out EventKey key))
        {
            flags |= RoomEventFlags.TextId;
            Write(id);
        }

        int afterId = _length;
        byte details = 0;
        long depth = 0;
        int prevCount = -1;
        int authCount = -1;
        bool fits = view.KindOf(EventField.Type) == NodeKind.Text && view.KindOf(EventField.Sender) == NodeKind.Text
            && view.KindOf(EventField.Content) == NodeKind.Map;
        if (TryNumber(view[EventField.OriginServerTs], out long time) && fits)
        {
            bool hasDepth = TryNumber(view[EventField.Depth], out depth) && depth >= 0 && depth <= version.MaxDepth
                && (view[EventField.Depth].Flags & NodeFlags.BigInteger) == 0;
            flags |= hasDepth ? 0 : RoomEventFlags.NoDepth;
            Write(view.TextOf(EventField.Type));
            Write(view.TextOf(EventField.Sender));
            WriteStateKey(view, ref flags);
            WriteRoom(view, room, form, ref flags);
            prevCount = WriteReferences(view[EventField.PrevEvents], version, ref flags);
            authCount = prevCount < 0 ? -1 : WriteReferences(view[EventField.AuthEvents], version, ref flags);
        }

        if (authCount < 0)
        {
            flags = (flags & (RoomEventFlags.Held | RoomEventFlags.Redacted | RoomEventFlags.TextId)) | RoomEventFlags.Malformed;
            _length = afterId;
            (prevCount, authCount, depth) = (0, 0, 0);
        }
        else
        {
            WriteContent(view, version, ref flags, out details);
        }

        _drafts.Add(new RoomEventDraft
        {
            Key = key,
            Flags = flags,
            Details = details,
            ReferenceHash = ReferenceHashes.Beginning(referenceHash),
            Depth = depth,
            Time = time,
            Start = start,
            PrevCount = (ushort)prevCount,
            AuthCount = (ushort)authCount,
        });
        return _drafts.Count - 1;
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

    private void WriteStateKey(EventView view, ref RoomEventFlags flags)
    {
        if (view.KindOf(EventField.StateKey) == NodeKind.Text)
        {
            flags |= RoomEventFlags.State;
            Write(view.TextOf(EventField.StateKey));
        }
    }

    private void WriteRoom(EventView view, ReadOnlySpan<byte> room, RoomEventForm form, ref RoomEventFlags flags)
    {
        if (view.KindOf(EventField.RoomId) == NodeKind.Text && (form & RoomEventForm.RoomIdAdded) == 0)
        {
            flags |= RoomEventFlags.HasRoomId;
            ReadOnlySpan<byte> named = view.TextOf(EventField.RoomId);
            if (!named.SequenceEqual(room))
            {
                flags |= RoomEventFlags.OtherRoom;
                Write(named);
            }
        }
    }

    /// <summary>Writes a list of references; -1 when it is none.</summary>
    private int WriteReferences(Node list, RoomVersion version, ref RoomEventFlags flags)
    {
        if (list.Kind != NodeKind.Array)
        {
            return -1;
        }

        int count = 0;
        foreach (Node element in list.Elements())
        {
            Node id = version.References == EventReferenceForm.IdAndHash && element.Kind == NodeKind.Array ? ReferenceHashes.First(element) : element;

            if (id.Kind != NodeKind.Text)
            {
                return -1;
            }

            if (count == RoomEvents.MaxReferences)
            {
                flags |= RoomEventFlags.ReferencesCut;
                break;
            }

            WriteReference(id.Utf8, version.EventIds);
            if (version.References == EventReferenceForm.IdAndHash)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(Reserve(sizeof(ulong)), ReferenceHashes.Given(element));
            }

            count++;
        }

        return count;
    }

    private void WriteReference(ReadOnlySpan<byte> id, EventIdForm form)
    {
        bool isHash = EventIdText.TryHash(id, form, out EventKey key);
        Span<byte> target = Reserve(1 + DraftReader.KeyBytes);
        target[0] = isHash ? (byte)1 : (byte)0;
        key.CopyTo(target[1..]);
        if (!isHash)
        {
            Write(id);
        }
    }

    private void WriteContent(EventView view, RoomVersion version, ref RoomEventFlags flags, out byte details)
    {
        details = 0;
        ReadOnlySpan<byte> type = view.TextOf(EventField.Type);
        if (!type.StartsWith("m.room."u8))
        {
            return;
        }

        Node raw = view[EventField.Content];
        var content = new EventContent(raw, version, type, (flags & RoomEventFlags.Redacted) != 0);
        if (type.SequenceEqual("m.room.member"u8))
        {
            details = (byte)FactsReader.Membership(content.Get("membership"u8));
            if (content.Get("third_party_invite"u8).Exists)
            {
                flags |= RoomEventFlags.ThirdParty;
                WriteWhole(raw, ref flags);
            }
            else if (content.Get("join_authorised_via_users_server"u8) is { Exists: true } user)
            {
                flags |= RoomEventFlags.NamesText;
                Write(user.Kind == NodeKind.Text ? user.Utf8 : default);
            }
        }
        else if (type.SequenceEqual("m.room.join_rules"u8))
        {
            details = (byte)FactsReader.JoinRule(content.Get("join_rule"u8));
        }
        else if (type.SequenceEqual("m.room.create"u8) || type.SequenceEqual("m.room.power_levels"u8) || type.SequenceEqual("m.room.third_party_invite"u8))
        {
            flags |= type.SequenceEqual("m.room.create"u8) ? RoomEventFlags.Create : 0;
            WriteWhole(raw, ref flags);
        }
        else if (type.SequenceEqual("m.room.redaction"u8) && version.References == EventReferenceForm.IdAndHash && (flags & RoomEventFlags.Redacted) == 0
            && view.KindOf(EventField.Redacts) == NodeKind.Text)
        {
            flags |= RoomEventFlags.NamesText;
            Write(view.TextOf(EventField.Redacts));
        }
    }

    // Such events are few. Their contents are read again when they enter the room, which numbers the texts in them.
    private void WriteWhole(Node content, ref RoomEventFlags flags)
    {
        flags |= RoomEventFlags.HasFacts;
        Reserve(1)[0] = (byte)content.Document.Encoding;
        Write(content.Raw);
    }

    private void Write(ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), text.Length);
        text.CopyTo(Reserve(text.Length));
    }

    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + length, Math.Max(1024, _bytes.Length * 2)));
        }

        _length += length;
        return _bytes.AsSpan(_length - length, length);
    }
}
