using System.Collections.Concurrent;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Index;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation;

/// <summary>What is remembered of the events of an exchange.</summary>
/// <param name="exchange">The exchange.</param>
/// <param name="eventLimit">The most events that are remembered.</param>
internal sealed class ExchangeLedger(Exchange exchange, long eventLimit = EventIndex.DefaultLimit)
{
    private const int MaxRooms = 10_000;

    private readonly ConcurrentDictionary<byte[], RoomVersion?> _versions = new(Utf8Comparer.Instance);

    /// <summary>Digests of events' bytes.</summary>
    public Fingerprint Fingerprint { get; } = new();

    /// <summary>What was counted.</summary>
    public EventCounts Counts { get; } = new();

    /// <summary>Whether all events belong to one room of a known version.</summary>
    public bool KeepsRoom { get; } = exchange.Version is not null && exchange.Endpoint is not { HasManyRooms: true };

    /// <summary>The events of the room, those too that are only named; null when there are none.</summary>
    public RoomEvents? Room { get; private set; }

    /// <summary>The room that an event is to belong to, and its version. Any thread.</summary>
    /// <param name="pdu">The event.</param>
    public (byte[] Room, RoomVersion? Version) RoomOf(Node pdu)
    {
        if (exchange.Endpoint is not { HasManyRooms: true })
        {
            return (exchange.Room, exchange.Version);
        }

        Node id = pdu.Get("room_id"u8);
        if (id.Kind != NodeKind.Text || _versions.Count >= MaxRooms)
        {
            return ([], exchange.Version);
        }

        byte[] room = id.Utf8.ToArray();
        return (room, _versions.GetOrAdd(room, known => exchange.Version ?? ExchangeReader.Known(known, exchange.Versions)));
    }

    /// <summary>Enters an event into the room. One thread at a time.</summary>
    /// <returns>Its number; -1 when it isn't remembered.</returns>
    public int Enter(RoomEventDrafts drafts, int draft, ulong fingerprint, EventPlace place, IFindingSink sink)
    {
        if (draft < 0)
        {
            return -1;
        }

        Room ??= new RoomEvents(exchange.Version!, exchange.Room);
        if (Room.Count >= eventLimit)
        {
            sink.ReportNotChecked(new NotChecked(
                "how events hang together", "There are more events than are remembered.", new Location(null, place.Offset), Decisive: true));
            return -1;
        }

        Room.Enter(drafts, draft, fingerprint, place, out int index);
        return index;
    }
}
