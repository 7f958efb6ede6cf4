using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;

namespace Conformance.Suites.Scenarios.PartialJoin.Resident;

/// <summary>Scenarios with the target as the resident of a room that a peer joins.</summary>
/// <param name="stage">What the run shares.</param>
public abstract class ResidentTest(Stage stage) : ScenarioTest(stage)
{
    internal static JoinOptions Partly { get; } = new() { OmitMembers = "true" };

    internal Task<JoinResult> JoinAsync(FederationPeer peer, string roomId, JoinOptions? options = null, string name = "u") =>
        peer.JoinAsync(roomId, peer.Users.IdOf(name), T.ServerName, options);

    internal static JsonObject BodyOf(JoinResult joined)
    {
        joined.IsOk.ShouldBeTrue(joined.ToString());
        return joined.Answer!.Object;
    }

    internal static bool IsPartial(JsonObject answer) => answer["members_omitted"] is JsonValue omitted && omitted.TryGetValue(out bool yes) && yes;

    internal static IEnumerable<JsonObject> EventsIn(JsonObject answer, string member) => answer[member]!.AsArray().Select(pdu => pdu!.AsObject());

    /// <summary>The places in the state that events take.</summary>
    internal static IEnumerable<string> Places(IEnumerable<JsonObject> events) => events.Select(pdu => $"{pdu["type"]} {pdu["state_key"]}");

    internal static IEnumerable<string> Members(JsonObject answer) =>
        EventsIn(answer, "state").Where(pdu => pdu["type"]!.ToString() == "m.room.member").Select(pdu => pdu["state_key"]!.ToString());

    internal static IEnumerable<string> ServersIn(JsonObject answer) => answer["servers_in_room"]!.AsArray().Select(server => server!.ToString());
}
