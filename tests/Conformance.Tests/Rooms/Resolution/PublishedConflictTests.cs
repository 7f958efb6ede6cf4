using System.Text.Json.Nodes;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

/// <summary>What gomatrixserverlib's tests say of conflicts in version 1 (stateresolution_test.go, Apache-2.0).</summary>
public sealed class PublishedConflictTests
{
    [Fact]
    public void Conflict_OfTwoPublishedPowerLevels_IsWonByTheOneWhoseSenderHasThePower()
    {
        string path = Path.Combine(Repository.Root, "tests/Conformance.Tests/Events/Vectors/published-events.json");
        JsonNode[] events =
        [
            .. JsonNode.Parse(File.ReadAllBytes(path))!["cases"]!.AsArray().Where(item => (string)item!["from"]! == "stateresolution_test.go")
                .Select(item => JsonNode.Parse((string)item!["event"]!)!),
        ];
        var room = new RoomFixture("1", roomId: (string)events[0]["room_id"]!);
        StateMap shared = StateMap.Empty;
        var levels = new List<int>();
        foreach (JsonNode pdu in events)
        {
            int index = room.Add(pdu);
            if ((string)pdu["type"]! == "m.room.power_levels")
            {
                levels.Add(index);
            }
            else
            {
                shared = shared.Set(room.Events.SlotOf(index), index);
            }
        }

        events.Length.ShouldBe(5);
        levels.Count.ShouldBe(2);
        StateMap[] states = [.. levels.Select(index => shared.Set(room.Events.PowerLevelsSlot, index))];
        Resolve(room, states)[room.Events.PowerLevelsSlot].ShouldBe(room["$2WAhEQoN2m8IHGeP:localhost:8800"]);
        Resolve(room, [states[1], states[0]])[room.Events.PowerLevelsSlot].ShouldBe(room["$2WAhEQoN2m8IHGeP:localhost:8800"]);
    }

    // Depth first; of the same depth, in the order of SHA-1 from the greatest: what its TestConflictEventSorter has.
    [Fact]
    public void Conflict_OfEventsOfOneDepth_IsSortedBySha1OfTheId()
    {
        var room = new RoomFixture("1");
        room.Add("$create:a", "m.room.create", "", "@a:a", """{"creator":"@a:a"}""");
        room.Add("$join:a", "m.room.member", "@a:a", "@a:a", """{"membership":"join"}""", ["$create:a"], ["$create:a"]);
        StateMap shared = StateMap.Empty.Set(room.Events.CreateSlot, room["$create:a"]).Set(room.Events.MemberSlot(room.Events.SenderOf(0)), room["$join:a"]);
        StateMap[] states =
        [
            .. new[] { ("@2:a", 2), ("@1:a", 1), ("@3:b", 2) }.Select(entry => shared.Set(
                room.Events.JoinRulesSlot,
                room.Add(entry.Item1, "m.room.join_rules", "", "@a:a", """{"join_rule":"public"}""", [], ["$create:a"], pdu => pdu["depth"] = entry.Item2))),
        ];
        var trace = new ResolutionTrace();

        Resolve(room, states, trace);

        trace.Checks.Select(check => room.Events.IdOf(check.Event)).ShouldBe(["@1:a", "@3:b", "@2:a"]);
    }

    private static StateMap Resolve(RoomFixture room, StateMap[] states, ResolutionTrace? trace = null) =>
        new StateResolver(room.Events, new AuthRules(room.Events)).Resolve(states, new EventStanding[room.Events.Count], trace);
}
