using System.Text.Json.Nodes;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Rooms.Resolution;

/// <summary>
/// The scenarios that Ruma tests its state resolution with, and what comes out there (MIT; see the licence beside the data). Each is resolved
/// in three ways, which must agree: event by event along the graph, each event as a state of its own all at once, and the same file by file.
/// </summary>
public sealed class RumaScenariosTests
{
    [Theory]
    [InlineData("minimal_private_chat", "bootstrap-private-chat")]
    [InlineData("minimal_public_chat", "bootstrap-public-chat")]
    [InlineData("origin_server_ts_tiebreak", "bootstrap-private-chat origin-server-ts-tiebreak")]
    [InlineData("ban_vs_power_levels", "bootstrap-public-chat ban-vs-power-levels-alice ban-vs-power-levels-bob")]
    [InlineData("concurrent_joins", "bootstrap-public-chat concurrent-joins-charlie concurrent-joins-ella")]
    [InlineData("join_rules_vs_join", "bootstrap-public-chat join-rules-vs-join-common join-rules-vs-join-alice join-rules-vs-join-ella")]
    [InlineData("power_levels_admin_vs_mod", "bootstrap-public-chat power-levels-admin-vs-mod-alice power-levels-admin-vs-mod-bob")]
    [InlineData("topic_vs_ban", "bootstrap-public-chat topic-vs-ban-common topic-vs-ban-alice topic-vs-ban-bob")]
    [InlineData("topic_vs_power_levels", "bootstrap-public-chat topic-vs-power-levels-alice topic-vs-power-levels-bob")]
    public void Scenario_ComesOutAsPublished(string name, string files)
    {
        string[] expected = Expected(name);
        JsonNode[][] batches = [.. files.Split(' ').Select(file => Read($"{file}.json"))];
        RoomFixture room = Room("10", [.. batches.SelectMany(batch => batch)]);

        var states = new RoomStates(room.Events);
        Ids(room, states.After([.. states.ForwardExtremities()])).ShouldBe(expected, "event by event");

        StateMap Single(JsonNode pdu) => Put(StateMap.Empty, room, (string)pdu["event_id"]!);
        StateResolver resolver = Resolver(room);
        var none = new EventStanding[room.Events.Count];
        Ids(room, resolver.Resolve([.. batches.SelectMany(batch => batch).Select(Single)], none)).ShouldBe(expected, "all at once");

        StateMap? soFar = null;
        foreach (JsonNode[] batch in batches)
        {
            StateMap[] before = soFar is null ? [] : [soFar];
            soFar = resolver.Resolve([.. before, .. batch.Select(Single)], none);
        }

        Ids(room, soFar).ShouldBe(expected, "file by file");
    }

    [Theory]
    [InlineData("msc4297_problem_a_state_res_v2_0", "MSC4297-problem-A", "11", "bob charlie")]
    [InlineData("msc4297_problem_a_state_res_v2_1", "MSC4297-problem-A", "12", "bob charlie")]
    [InlineData("msc4297_problem_b_state_res_v2_0", "MSC4297-problem-B", "11", "eve zara")]
    [InlineData("msc4297_problem_b_state_res_v2_1", "MSC4297-problem-B", "12", "eve zara")]
    public void Problem_ComesOutAsPublished(string name, string folder, string version, string views)
    {
        RoomFixture room = Room(version, Read($"{folder}/pdus-v{version}.json"));
        StateMap[] states = [.. views.Split(' ').Select(view =>
            Read($"{folder}/state-{view}.json").Aggregate(StateMap.Empty, (state, id) => Put(state, room, (string)id!)))];
        StateResolver resolver = Resolver(room);
        var none = new EventStanding[room.Events.Count];
        Ids(room, resolver.Resolve(states, none)).ShouldBe(Expected(name));
        Ids(room, resolver.Resolve([.. states.Reverse()], none)).ShouldBe(Expected(name));
    }

    private static StateResolver Resolver(RoomFixture room) => new(room.Events, new AuthRules(room.Events));

    private static RoomFixture Room(string version, JsonNode[] pdus)
    {
        var room = new RoomFixture(version, "$00-m-room-create", "example.com");
        foreach (JsonNode pdu in pdus)
        {
            RoomEvents events = room.Events;
            int index = room.Add(InRoom(pdu, room));
            events.IsUsable(index).ShouldBeTrue();
        }

        return room;
    }

    // The published rooms have other room IDs than the fixture, and some create events have none.
    private static JsonNode InRoom(JsonNode pdu, RoomFixture room)
    {
        JsonNode copy = pdu.DeepClone();
        if (copy["room_id"] is not null)
        {
            copy["room_id"] = room.RoomId;
        }

        return copy;
    }

    private static StateMap Put(StateMap state, RoomFixture room, string id) => state.Set(room.Events.SlotOf(room[id]), room[id]);

    private static string[] Ids(RoomFixture room, StateMap? state)
    {
        var events = new List<(int Slot, int Event)>();
        state.ShouldNotBeNull().CopyTo(events);
        return [.. events.Select(entry => room.Events.IdOf(entry.Event)).Order(StringComparer.Ordinal)];
    }

    private static JsonNode[] Read(string file) =>
        [.. JsonNode.Parse(File.ReadAllText(SharedData.PathOrSkip("state-resolution-ruma/fixtures/" + file)))!.AsArray().Select(node => node!.DeepClone())];

    private static string[] Expected(string name)
    {
        string text = File.ReadAllText(SharedData.PathOrSkip($"state-resolution-ruma/snapshots/{name}@resolved_state.snap"));
        JsonArray list = JsonNode.Parse(text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..])!.AsArray();
        return [.. list.Select(entry => (string)entry!["event_id"]!).Order(StringComparer.Ordinal)];
    }
}
