using System.Security.Cryptography;
using System.Text;
using Conformance.Events.Index;
using Conformance.Events.Versions;
using Conformance.Rooms.Facts;

namespace Conformance.Rooms.Store;

/// <summary>
/// The events of one room, each a small number: those that are there and those that others name. Numbers depend on the order of
/// entering; nothing that is decided from them does. About 125 bytes an event with a few references. One thread at a time while
/// entering, over all rooms that share texts; any number once no more is entered.
/// </summary>
internal sealed partial class RoomEvents
{
    private readonly List<object> _facts = [];

    /// <summary>An empty room.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="roomId">Its ID in UTF-8.</param>
    /// <param name="shared">Texts that are shared with other rooms.</param>
    public RoomEvents(RoomVersion version, ReadOnlySpan<byte> roomId, WellKnownTexts? shared = null)
    {
        ArgumentNullException.ThrowIfNull(version);
        Version = version;
        Known = shared ?? new WellKnownTexts(new TextTable());
        Texts = Known.Table;
        Slots = new StateSlots(Texts.Fingerprint);
        RoomId = Texts.Add(roomId);
        CreateSlot = Slots.Add(Known.Create, Known.Empty);
        PowerLevelsSlot = Slots.Add(Known.PowerLevels, Known.Empty);
        JoinRulesSlot = Slots.Add(Known.JoinRules, Known.Empty);
        RoomCreate = -1;
        if (version.RoomIds == RoomIdForm.CreateEventHash && roomId.Length > 1)
        {
            byte[] create = [(byte)'$', .. roomId[1..]];
            bool isHash = EventIdText.TryHash(create, version.EventIds, out EventKey key);
            RoomCreate = Handle(key, isHash, create);
        }
    }

    /// <summary>The room's version.</summary>
    public RoomVersion Version { get; }

    /// <summary>The room's ID, as a number of <see cref="Texts"/>.</summary>
    public int RoomId { get; }

    /// <summary>Texts of the room.</summary>
    public TextTable Texts { get; }

    /// <summary>Numbers of texts that the rules name.</summary>
    public WellKnownTexts Known { get; }

    /// <summary>Pairs of type and state key.</summary>
    public StateSlots Slots { get; }

    /// <summary>The slot of the create event.</summary>
    public int CreateSlot { get; }

    /// <summary>The slot of the power levels.</summary>
    public int PowerLevelsSlot { get; }

    /// <summary>The slot of the join rules.</summary>
    public int JoinRulesSlot { get; }

    /// <summary>The event that the room ID names, where the version has it so; else -1.</summary>
    public int RoomCreate { get; }

    /// <summary>How many events there are, those that are only named too.</summary>
    public int Count { get; private set; }

    /// <summary>How many events are there.</summary>
    public int HeldCount { get; private set; }

    /// <summary>Whether an event is there and has all that rules need.</summary>
    public bool IsUsable(int index) => (Row(index).Flags & (RoomEventFlags.Held | RoomEventFlags.Malformed)) == RoomEventFlags.Held;

    /// <summary>Whether a flag is set.</summary>
    public bool Has(int index, RoomEventFlags flag) => (Row(index).Flags & flag) != 0;

    /// <summary>The key of an event's ID.</summary>
    public EventKey KeyOf(int index) => Row(index).Key;

    /// <summary>An event's type, as a number of <see cref="Texts"/>.</summary>
    public int TypeOf(int index) => Row(index).Type;

    /// <summary>An event's slot in the room's state; -1 for an event without state key.</summary>
    public int SlotOf(int index) => Row(index).Slot;

    /// <summary>An event's state key, as a number of <see cref="Texts"/>; -1 when it has none.</summary>
    public int StateKeyOf(int index) => SlotOf(index) < 0 ? -1 : Slots[SlotOf(index)].StateKey;

    /// <summary>An event's sender, as a number of <see cref="Texts"/>.</summary>
    public int SenderOf(int index) => Row(index).Sender;

    /// <summary>An event's depth.</summary>
    public long DepthOf(int index) => Row(index).Depth;

    /// <summary>An event's <c>origin_server_ts</c>, in milliseconds since 1970.</summary>
    public long TimeOf(int index) => Row(index).Time;

    /// <summary>The membership that an event of type <c>m.room.member</c> gives.</summary>
    public Membership MembershipOf(int index) => Row(index).Type == Known.Member ? (Membership)Row(index).Details : Membership.None;

    /// <summary>The rule that an event of type <c>m.room.join_rules</c> sets.</summary>
    public JoinRule JoinRuleOf(int index) => (JoinRule)Row(index).Details;

    /// <summary>The user whose server authorised a join, as a number of <see cref="Texts"/>; -1 when there is none.</summary>
    public int AuthorisingUserOf(int index) => Row(index).Extra < 0 ? -Row(index).Extra - 1 : FactsOf<MemberFacts>(index)?.AuthorisingUser ?? -1;

    /// <summary>What was read from an event's content, if it is of a type that has such facts.</summary>
    public T? FactsOf<T>(int index)
        where T : class => Row(index).Extra > 0 ? _facts[Row(index).Extra - 1] as T : null;

    /// <summary>The slot of a user's membership; -1 when no event is about it.</summary>
    public int MemberSlot(int user) => user < 0 ? -1 : Slots.Find(Known.Member, user);

    /// <summary>Where an event stands in the input.</summary>
    public EventPlace SourceOf(int index) => Row(index).Place;

    /// <summary>The room that an event says it belongs to, in UTF-8; empty when it doesn't say so.</summary>
    public ReadOnlySpan<byte> RoomOf(int index) => Has(index, RoomEventFlags.OtherRoom)
        ? Texts[_otherRooms![index]]
        : Has(index, RoomEventFlags.HasRoomId) ? Texts[RoomId] : default;

    /// <summary>The events that an event follows, in its order.</summary>
    public ReadOnlySpan<int> PrevEvents(int index) => References(in Row(index))[..Row(index).PrevCount];

    /// <summary>The events that authorise an event, in its order.</summary>
    public ReadOnlySpan<int> AuthEvents(int index) => References(in Row(index))[Row(index).PrevCount..];

    /// <summary>An event's ID.</summary>
    public string IdOf(int index)
    {
        Span<byte> buffer = stackalloc byte[EventIdText.HashIdLength];
        return Encoding.UTF8.GetString(IdOf(index, buffer));
    }

    /// <summary>An event's ID in UTF-8.</summary>
    /// <param name="index">The event.</param>
    /// <param name="buffer">Room for <see cref="EventIdText.HashIdLength"/> bytes.</param>
    public ReadOnlySpan<byte> IdOf(int index, Span<byte> buffer)
    {
        if (Has(index, RoomEventFlags.TextId))
        {
            return Texts[_textIds![index]];
        }

        EventIdText.Write(Row(index).Key, Version.EventIds, buffer);
        return buffer[..EventIdText.HashIdLength];
    }

    /// <summary>Compares the IDs of two events by code point.</summary>
    public int CompareIds(int x, int y)
    {
        Span<byte> left = stackalloc byte[EventIdText.HashIdLength];
        Span<byte> right = stackalloc byte[EventIdText.HashIdLength];
        return IdOf(x, left).SequenceCompareTo(IdOf(y, right));
    }

    /// <summary>SHA-1 of an event's ID, which state resolution of room version 1 sorts by.</summary>
    public void HashId(int index, Span<byte> sha1)
    {
        Span<byte> buffer = stackalloc byte[EventIdText.HashIdLength];
#pragma warning disable CA5350 // The specification lays SHA-1 down for sorting; nothing is secured by it.
        SHA1.HashData(IdOf(index, buffer), sha1);
#pragma warning restore CA5350
    }

    /// <summary>The number of an event, or -1 when neither it is there nor another event names it.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        EventIdText.TryHash(id, Version.EventIds, out EventKey key);
        return Find(key);
    }

    /// <summary>The number of an event, or -1.</summary>
    public int Find(in EventKey key) => _table[PlaceOf(key)] - 1;
}
