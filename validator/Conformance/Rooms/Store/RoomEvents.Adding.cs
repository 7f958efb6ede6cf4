using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Index;
using Conformance.Events.Versions;
using Conformance.Rooms.Facts;

namespace Conformance.Rooms.Store;

/// <content>Entering events.</content>
internal sealed partial class RoomEvents
{
    /// <summary>The most events of each kind that are kept of what one event names.</summary>
    public const int MaxReferences = ushort.MaxValue;

    private RoomEventDrafts? _drafts;
    private Dictionary<int, int>? _otherRooms;
    private FactsReader? _reader;

    /// <summary>Adds an event at once. Of an event that is there already the first copy counts.</summary>
    /// <param name="view">The event.</param>
    /// <param name="id">Its ID in UTF-8.</param>
    /// <param name="form">The form in which it counts.</param>
    /// <returns>Its number.</returns>
    public int Add(EventView view, ReadOnlySpan<byte> id, RoomEventForm form = RoomEventForm.AsIs)
    {
        ArgumentNullException.ThrowIfNull(view);
        _drafts ??= new RoomEventDrafts();
        _drafts.Clear();
        _drafts.Add(view, id, Version, Texts[RoomId], form);
        Enter(_drafts, 0, fingerprint: 0, default, out int index);
        return index;
    }

    /// <summary>Enters an event. Of an event that is there already the first copy counts.</summary>
    /// <param name="drafts">Holds what was read of the event for a room of this version.</param>
    /// <param name="draft">Its number there.</param>
    /// <param name="fingerprint">A digest of its bytes.</param>
    /// <param name="place">Where it stands in the input.</param>
    /// <param name="index">Its number.</param>
    /// <returns>Whether it was there.</returns>
    public EventIndexResult Enter(RoomEventDrafts drafts, int draft, ulong fingerprint, EventPlace place, out int index)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        RoomEventDraft read = drafts[draft];
        DraftReader reader = drafts.Read(draft);
        bool isHash = (read.Flags & RoomEventFlags.TextId) == 0;
        index = Handle(read.Key, isHash, isHash ? default : reader.Text());
        ref RoomEventRow row = ref Row(index);
        if ((row.Flags & RoomEventFlags.Held) != 0)
        {
            return row.Fingerprint == (uint)fingerprint ? EventIndexResult.SameAgain : EventIndexResult.DifferentAgain;
        }

        HeldCount++;
        row.Flags |= read.Flags & ~(RoomEventFlags.HasFacts | RoomEventFlags.NamesText);
        row.Fingerprint = (uint)fingerprint;
        row.Place = place;
        row.Time = read.Time;
        NoteOwnHash(index, read.ReferenceHash);
        if ((read.Flags & RoomEventFlags.Malformed) == 0)
        {
            EnterWhole(in read, ref reader, index);
        }

        return EventIndexResult.New;
    }

    private void EnterWhole(in RoomEventDraft read, ref DraftReader reader, int index)
    {
        ReadOnlySpan<byte> type = reader.Text();
        ref RoomEventRow row = ref Row(index);
        row.Depth = read.Depth;
        row.Details = read.Details;
        row.Type = Texts.Add(type);
        row.Sender = Texts.Add(reader.Text());
        if ((read.Flags & RoomEventFlags.State) != 0)
        {
            row.Slot = Slots.Add(row.Type, Texts.Add(reader.Text()));
        }

        if ((read.Flags & RoomEventFlags.OtherRoom) != 0)
        {
            (_otherRooms ??= [])[index] = Texts.Add(reader.Text());
        }

        EnterReferences(in read, ref reader, index);
        if ((read.Flags & RoomEventFlags.NamesText) != 0)
        {
            int text = Texts.Add(reader.Text());
            Row(index).Extra = Row(index).Type == Known.Member ? -text - 1 : Keep(new RedactionFacts(text));
        }

        if ((read.Flags & RoomEventFlags.HasFacts) != 0)
        {
            Row(index).Extra = Keep(Facts(type, reader.Content(new Document()), read.Flags));
        }
    }

    private void EnterReferences(in RoomEventDraft read, ref DraftReader reader, int index)
    {
        int start = ReserveReferences(read.PrevCount + read.AuthCount);
        ref RoomEventRow row = ref Row(index);
        row.References = start;
        row.PrevCount = read.PrevCount;
        row.AuthCount = read.AuthCount;
        foreach (ref int named in References(in row))
        {
            bool isHash = reader.Reference(out EventKey key, out ReadOnlySpan<byte> text);
            named = Handle(key, isHash, text);
            if (Version.References == EventReferenceForm.IdAndHash)
            {
                NoteGivenHash(index, named, reader.Hash());
            }
        }
    }

    private object Facts(ReadOnlySpan<byte> type, Document document, RoomEventFlags flags)
    {
        _reader ??= new FactsReader(this);
        var content = new EventContent(document.Root, Version, type, (flags & RoomEventFlags.Redacted) != 0);
        if ((flags & RoomEventFlags.Create) != 0)
        {
            return _reader.Create(content);
        }

        return (flags & RoomEventFlags.ThirdParty) != 0 ? _reader.Member(content)
            : type.SequenceEqual("m.room.power_levels"u8) ? _reader.PowerLevels(content)
            : FactsReader.ThirdPartyInvite(content);
    }

    private int Keep(object facts)
    {
        _facts.Add(facts);
        return _facts.Count;
    }
}
