using System.Text.Json.Nodes;
using Conformance.Events.Versions;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Signatures.Cryptography;
using Conformance.Tests.Signatures.Cryptography;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Authorisation;

/// <summary>
/// Tables of allowed and refused events that other implementations publish. Each event names the rule that decides here; where that isn't
/// what the publisher says, the table says why.
/// </summary>
public sealed class PublishedTablesTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (string file in (string[])["gomatrixserverlib", "ruma"])
            {
                for (int number = 0; number < Table(file).Count; number++)
                {
                    cases.Add(file, number);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Table_EachEvent_IsDecidedByTheStatedRule(string file, int number)
    {
        JsonObject table = Table(file)[number]!.AsObject();
        JsonArray held = table["state"]!.AsArray();
        RoomFixture room = Room((string)table["version"]!, held.Count > 0 ? held[0]! : table["events"]![0]!["event"]!);
        StateMap state = StateMap.Empty;
        foreach (JsonNode? pdu in held)
        {
            int index = Add(room, pdu!, (string?)pdu!["event_id"] ?? $"$state{room.Events.Count}:a");
            state = state.Set(room.Events.SlotOf(index), index);
        }

        var rules = new AuthRules(room.Events, Verifier(table));
        foreach (JsonNode? entry in table["events"]!.AsArray())
        {
            JsonNode pdu = entry!["event"]!;
            int index = Add(room, pdu, $"$event{room.Events.Count}:{ServerOf(pdu)}");
            AuthVerdict verdict = (string?)pdu["type"] == "m.room.create" || entry["own"] is not null
                ? rules.CheckOwn(index, Standings(room, (string?)entry["rejected"]))
                : rules.CheckState(index, state);
            string found = room.Events.IsUsable(index) ? AuthFixture.Text(verdict, room) : "- malformed";

            found.ShouldBe((string)entry["decided"]!, pdu.ToJsonString());
            (found[0] == '+').ShouldBe((bool)entry["allowed"]! != entry["differs"] is not null, pdu.ToJsonString());
        }
    }

    private static RoomFixture Room(string version, JsonNode first) => new(version, (string?)first["event_id"] ?? "$none:a", ServerOf(first));

    private static string ServerOf(JsonNode pdu) => ((string)pdu["sender"]!).Split(':')[^1];

    private static EventStanding[] Standings(RoomFixture room, string? rejected)
    {
        var standings = new EventStanding[room.Events.Count];
        Array.Fill(standings, EventStanding.Accepted);
        if (rejected is not null)
        {
            standings[room[rejected]] = EventStanding.RejectedByState;
        }

        return standings;
    }

    // What a table leaves out of its events, since its rule doesn't read it, is put in.
    private static int Add(RoomFixture room, JsonNode published, string id)
    {
        JsonObject pdu = published.DeepClone().AsObject();
        pdu["event_id"] = id;
        pdu["origin_server_ts"] ??= 1;
        pdu["prev_events"] = References(room, pdu["prev_events"]);
        pdu["auth_events"] = References(room, pdu["auth_events"]);
        if (pdu.ContainsKey("room_id") && pdu["room_id"] is null)
        {
            pdu.Remove("room_id");
        }
        else if (!pdu.ContainsKey("room_id") && ((string?)pdu["type"] != "m.room.create" || room.Events.Version.RoomIds == RoomIdForm.WithServer))
        {
            pdu["room_id"] = room.RoomId;
        }

        return room.Add(pdu);
    }

    private static JsonArray References(RoomFixture room, JsonNode? ids) =>
    [
        .. (ids?.AsArray() ?? []).Select(id => (string)(id is JsonArray pair ? pair[0]! : id!)!)
            .Select(id => room.Events.Version.References == EventReferenceForm.Id ? (JsonNode)id : new JsonArray(id, new JsonObject())),
    ];

    private static ThirdPartySignatureCheck? Verifier(JsonObject table)
    {
        if (!table.ToJsonString().Contains("\"signatures\"", StringComparison.Ordinal))
        {
            return null;
        }

        Ed25519Library library = Backends.AnyOrSkip();
        return (key, message, signature) => library.Verify(new Ed25519PublicKey(key), message, signature);
    }

    private static JsonArray Table(string file)
    {
        string path = Path.Combine(Repository.Root, $"tests/Conformance.Tests/Rooms/Authorisation/Vectors/{file}.json");
        return JsonNode.Parse(File.ReadAllBytes(path))!["cases"]!.AsArray();
    }
}
