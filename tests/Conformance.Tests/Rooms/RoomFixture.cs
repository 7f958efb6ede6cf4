using System.Text;
using System.Text.Json.Nodes;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Rooms.Store;

namespace Conformance.Tests.Rooms;

/// <summary>A room that tests put events into, with IDs of their choice.</summary>
internal sealed class RoomFixture
{
    private readonly EventView _view = new();
    private long _time = 1_000;

    public RoomFixture(string version, string create = "$create:a", string server = "a", string? roomId = null)
    {
        RoomVersion found = RoomVersions.Find(version)!;
        RoomId = roomId ?? (found.RoomIds == RoomIdForm.CreateEventHash ? "!" + create[1..] : "!room:" + server);
        Events = new RoomEvents(found, Encoding.UTF8.GetBytes(RoomId));
    }

    public string RoomId { get; }

    public RoomEvents Events { get; }

    public int this[string id] => Events.Find(Encoding.UTF8.GetBytes(id));

    /// <summary>Adds an event that is given as a whole.</summary>
    public int Add(JsonNode pdu, RoomEventForm form = RoomEventForm.AsIs)
    {
        Document document = DocumentReader.Read(Encoding.UTF8.GetBytes(pdu.ToJsonString()), DocumentEncoding.Json);
        _view.Load(document);
        return Events.Add(_view, Encoding.UTF8.GetBytes((string)pdu["event_id"]!), form);
    }

    /// <summary>Reads an event for the room without entering it.</summary>
    public void Draft(JsonNode pdu, RoomEventDrafts drafts)
    {
        _view.Load(DocumentReader.Read(Encoding.UTF8.GetBytes(pdu.ToJsonString()), DocumentEncoding.Json));
        drafts.Add(_view, Encoding.UTF8.GetBytes((string)pdu["event_id"]!), Events.Version, Events.Texts[Events.RoomId], RoomEventForm.AsIs);
    }

    public int Add(
        string id, string type, string? stateKey, string sender, string content, string[]? prev = null, string[]? auth = null, Action<JsonObject>? change = null) =>
        Add(Make(id, type, stateKey, sender, content, prev, auth, change));

    public JsonObject Make(
        string id, string type, string? stateKey, string sender, string content, string[]? prev = null, string[]? auth = null, Action<JsonObject>? change = null)
    {
        var pdu = new JsonObject
        {
            ["event_id"] = id,
            ["room_id"] = RoomId,
            ["type"] = type,
            ["sender"] = sender,
            ["content"] = JsonNode.Parse(content),
            ["origin_server_ts"] = _time++,
            ["depth"] = 1,
            ["prev_events"] = List(prev),
            ["auth_events"] = List(auth),
        };
        if (stateKey is not null)
        {
            pdu["state_key"] = stateKey;
        }

        if (type == "m.room.create" && Events.Version.RoomIds == RoomIdForm.CreateEventHash)
        {
            pdu.Remove("room_id");
        }

        change?.Invoke(pdu);
        return pdu;
    }

    private JsonArray List(string[]? ids) =>
        [.. (ids ?? []).Select(id => Events.Version.References == EventReferenceForm.Id ? (JsonNode)id : new JsonArray(id, new JsonObject()))];
}
