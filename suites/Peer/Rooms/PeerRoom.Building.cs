using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Identity;
using Version = Conformance.Generator.Events.RoomVersion;

namespace Conformance.Suites.Peer.Rooms;

/// <content>Events that peers make.</content>
internal sealed partial class PeerRoom
{
    private static long _made;

    /// <summary>Founds a room: create event, the creator's membership, power levels, join rules, history visibility.</summary>
    /// <param name="version">The room's version.</param>
    /// <param name="creator">Who founds it.</param>
    /// <param name="signing">Signs the events.</param>
    /// <param name="options">What differs from a public room.</param>
    public static PeerRoom Found(Version version, string creator, EventSigning signing, RoomOptions? options = null)
    {
        options ??= new RoomOptions();
        JsonObject content = options.Create?.DeepClone().AsObject() ?? [];
        content["room_version"] = version.Id;
        if (version.CreatorInContent)
        {
            content["creator"] = creator;
        }

        string roomId = version.RoomIdIsCreateEvent ? "" : string.Create(CultureInfo.InvariantCulture, $"!room{Interlocked.Increment(ref _made)}:{ServerName.Of(creator)}");
        var draft = EventDraft.State("m.room.create", "", creator, content);
        RoomEvent create = Seal(version, Raw(version, draft, roomId, [], [], 1, signing), draft, signing);
        var room = new PeerRoom(version, version.RoomIdIsCreateEvent ? "!" + create.Id[1..] : roomId);
        room.Enter(create);
        room.Add(EventDraft.Member(creator, "join", more: new JsonObject { ["displayname"] = "Founder" }), signing);
        room.Add(EventDraft.State("m.room.power_levels", "", creator, options.PowerLevels(version, creator)), signing);
        room.Add(EventDraft.State("m.room.join_rules", "", creator, options.JoinRules()), signing);
        room.Add(EventDraft.State("m.room.history_visibility", "", creator, new JsonObject { ["history_visibility"] = options.HistoryVisibility }), signing);
        if (options.Name is { } name)
        {
            room.Add(EventDraft.State("m.room.name", "", creator, new JsonObject { ["name"] = name }), signing);
        }

        return room;
    }

    /// <summary>Builds an event and enters it.</summary>
    public RoomEvent Add(EventDraft draft, EventSigning signing)
    {
        RoomEvent made = Build(draft, signing);
        Enter(made);
        return made;
    }

    /// <summary>Builds an event without entering it.</summary>
    public RoomEvent Build(EventDraft draft, EventSigning signing) => Seal(Version, Template(draft, signing), draft, signing);

    /// <summary>An event before it is hashed and signed, as <c>make_join</c> and its like answer it.</summary>
    public JsonObject Template(EventDraft draft, EventSigning signing)
    {
        IReadOnlyList<RoomEvent> prev = draft.Prev ?? Extremities;
        IReadOnlyList<RoomEvent> auth = draft.Auth ?? Select(draft, draft.AuthFrom ?? After(prev) ?? Current);
        long depth = draft.Depth ?? (prev.Count == 0 ? 1 : prev.Max(DepthOf) + 1);
        return Raw(Version, draft, RoomId, prev, auth, depth, signing);
    }

    /// <summary>Hashes, signs and names an event that is made up but for that.</summary>
    public RoomEvent Seal(JsonObject pdu, EventSigning signing) => Seal(Version, pdu, null, signing);

    private static JsonObject Raw(
        Version version, EventDraft draft, string roomId, IEnumerable<RoomEvent> prev, IEnumerable<RoomEvent> auth, long depth, EventSigning signing)
    {
        var pdu = new JsonObject
        {
            ["auth_events"] = EventReferences.Of(version, auth),
            ["content"] = draft.Content.DeepClone(),
            ["depth"] = depth,
            ["origin_server_ts"] = draft.Timestamp ?? signing.Milliseconds,
            ["prev_events"] = EventReferences.Of(version, prev),
            ["sender"] = draft.Sender,
            ["type"] = draft.Type,
        };
        if (version.HasEventIdField)
        {
            pdu["event_id"] = string.Create(CultureInfo.InvariantCulture, $"$event{Interlocked.Increment(ref _made)}x{signing.Milliseconds}:{ServerName.Of(draft.Sender)}");
        }

        if (!(version.RoomIdIsCreateEvent && draft.Type == "m.room.create"))
        {
            pdu["room_id"] = roomId;
        }

        if (draft.StateKey is not null)
        {
            pdu["state_key"] = draft.StateKey;
        }

        return pdu;
    }

    private static RoomEvent Seal(Version version, JsonObject pdu, EventDraft? draft, EventSigning signing)
    {
        draft?.BeforeHashes?.Invoke(pdu);
        pdu["hashes"] = new JsonObject { ["sha256"] = Base64.Unpadded(EventHashes.Content(pdu)) };
        pdu.Remove("signatures");
        draft?.BeforeSignatures?.Invoke(pdu);
        byte[] reference = EventHashes.Reference(pdu, version);
        signing.Sign(pdu, version);
        draft?.AfterSignatures?.Invoke(pdu);
        return new RoomEvent(pdu, EventHashes.Id(pdu, version), Base64.Unpadded(reference));
    }

    private List<RoomEvent> Select(EventDraft draft, RoomState state) =>
        [.. AuthSelection.Of(Version, draft.Type, draft.StateKey, draft.Sender, draft.Content).Select(key => state[key.Type, key.StateKey]).OfType<RoomEvent>()];
}
