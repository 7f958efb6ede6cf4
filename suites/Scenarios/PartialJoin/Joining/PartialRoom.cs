using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Harness.Targets;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Control;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Serving;
using Conformance.Suites.Scenarios.Support;
using Shouldly;

namespace Conformance.Suites.Scenarios.PartialJoin.Joining;

/// <summary>
/// A public room of a founder and a plain member at a peer, and a user of the target who joins it. It has a name, so that a partial answer holds no members. The
/// peer holds back the IDs of the state before the join until the gate is released.
/// </summary>
internal sealed class PartialRoom
{
    private readonly Target _target;

    public PartialRoom(Target target, FederationPeer peer, ClientUser user, string version, RoomOptions? options = null)
    {
        _target = target;
        Peer = peer;
        User = user;
        Version = version;
        Founder = peer.Users.IdOf("c");
        Plain = peer.Users.IdOf("d");
        Room = peer.Found(version, Founder, (options ?? new RoomOptions()) with { Name = "R" });
        Room.Add(EventDraft.Member(Plain, "join"), peer.Signing);
    }

    /// <summary>The resident.</summary>
    public FederationPeer Peer { get; }

    /// <summary>The user who joins.</summary>
    public ClientUser User { get; }

    /// <summary>The room's version.</summary>
    public string Version { get; }

    /// <summary>The room, as the resident knows it.</summary>
    public PeerRoom Room { get; }

    /// <summary>Who founded it.</summary>
    public string Founder { get; }

    /// <summary>A member without power.</summary>
    public string Plain { get; }

    /// <summary>What is done with the question for the state; it can still be changed while that is held back.</summary>
    public Behaviour? Holding { get; private set; }

    /// <summary>Holds the state back.</summary>
    public Gate Gate { get; private set; } = new();

    /// <summary>Whether the target asked for an answer without members.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>What the target answered to the client.</summary>
    public ClientAnswer Joined { get; private set; } = new(0, null);

    /// <summary>Joins; the gate stands before, since the target asks within milliseconds.</summary>
    public async Task JoinAsync(bool mustSucceed = true)
    {
        Holding = Peer.On("state_ids", room: Room.RoomId);
        Gate = Holding.Hold();
        Joined = await User.JoinAsync(Room.RoomId, Peer.Name);
        if (mustSucceed)
        {
            Joined.IsOk.ShouldBeTrue(Joined.ToString());
        }

        IsPartial = Peer.Requests.All.Any(request => request.Endpoint == "send_join" && request.Room == Room.RoomId && request.Asked("omit_members") == "true");
    }

    /// <summary>Waits until the target has asked for the state.</summary>
    public Task AskedAsync() => Gate.WaitHitAsync(ScenarioTest.Bound);

    /// <summary>Tells the state, and waits until the target has all of it.</summary>
    public async Task WholeAsync()
    {
        Gate.Release();
        ClientAnswer answer = await User.RoomAsync(Room.RoomId, "members");
        answer.IsOk.ShouldBeTrue(answer.ToString());
    }

    /// <summary>Sends an event of the peer's.</summary>
    public Task<RoomEvent> SayAsync(EventDraft draft) => Peer.SayAsync(Room, draft, _target.ServerName);

    /// <summary>The user's syncs that load members lazily.</summary>
    public SyncLine Lazy() => User.Sync(isLazy: true);

    /// <summary>The user's syncs that load all members.</summary>
    public SyncLine Plainly() => User.Sync(isLazy: false);

    /// <summary>Waits for an event of the target's users at the peer.</summary>
    public Task<ReceivedPdu> ReceivedAsync(Func<ReceivedPdu, bool> isIt, string awaited) => Peer.Pdus.WaitAsync(pdu => pdu.Room == Room.RoomId && isIt(pdu), ScenarioTest.Bound, awaited);

    /// <summary>Makes a call that must wait for the whole state; proves that it does, then that it ends.</summary>
    /// <param name="path">The call, below the room.</param>
    public async Task<ClientAnswer> HeldAsync(string path)
    {
        await AskedAsync();
        Task<ClientAnswer> held = User.RoomAsync(Room.RoomId, path);
        ClientAnswer atOnce = await User.RoomAsync(Room.RoomId, "state/m.room.join_rules/");
        bool early = held.IsCompleted;
        Gate.Release();
        ClientAnswer answer = await held;
        atOnce.IsOk.ShouldBeTrue(atOnce.ToString());
        early.ShouldBeFalse($"{path} was answered before the state was whole");
        return answer;
    }

    /// <summary>An event that arrives while the state is partial: seen at once, asked for in vain, and in its place once the state is whole.</summary>
    public async Task DuringResyncAsync(RoomEvent made)
    {
        SyncLine line = Lazy();
        await line.UntilEventAsync(Room.RoomId, found => found["event_id"]?.ToString() == made.Id, $"the event {made.Id}");
        FederationAnswer early = await Peer.Client.GetAsync(_target.ServerName, StateIds(made));
        early.IsOk.ShouldBeFalse("the state at an event of a partial room was told");
        await WholeAsync();
        FederationAnswer late = await Peer.Client.GetAsync(_target.ServerName, StateIds(made));
        late.Object["pdu_ids"]!.AsArray().Select(id => id!.ToString()).ShouldBe(Room.Before(made)!.Ids, ignoreOrder: true);
    }

    /// <summary>Ends the scenario: everything is told, the user leaves.</summary>
    public async Task EndAsync()
    {
        Gate.Release();
        Peer.BeTrue();
        if (Joined.IsOk)
        {
            await User.LeaveAsync(Room.RoomId);
        }
    }

    private string StateIds(RoomEvent made) => $"/_matrix/federation/v1/state_ids/{Uri.EscapeDataString(Room.RoomId)}?event_id={Uri.EscapeDataString(made.Id)}";

    /// <summary>What a sync tells of the members of the room.</summary>
    public static IEnumerable<string> MembersIn(JsonObject answer, string room) =>
        SyncLine.EventsOf(answer, room).Where(made => made["type"]?.ToString() == "m.room.member").Select(made => made["state_key"]!.ToString());
}
