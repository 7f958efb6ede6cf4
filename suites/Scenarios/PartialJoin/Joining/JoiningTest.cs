using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Scenarios.Support;
using Xunit;

namespace Conformance.Suites.Scenarios.PartialJoin.Joining;

/// <summary>Scenarios with the target as the server that joins a room of a peer, of which it is told a part first.</summary>
/// <param name="stage">What the run shares.</param>
public abstract class JoiningTest(Stage stage) : ScenarioTest(stage)
{
    private readonly List<PartialRoom> _rooms = [];

    /// <summary>A room of a peer that a user of the target has joined, and whose full state the target is still waiting for.</summary>
    internal async Task<PartialRoom> JoinedAsync(string version = "10", Action<PartialRoom>? before = null, RoomOptions? options = null)
    {
        PartialRoom made = Keep(new PartialRoom(T, await PeerAsync(), await UserAsync(), version, options));
        before?.Invoke(made);
        await made.JoinAsync();
        if (!made.IsPartial)
        {
            Assert.Skip("The target asked for no partial answer: it does no partial joins.");
        }

        return made;
    }

    /// <summary>Sees to it that a room is left at the end.</summary>
    internal PartialRoom Keep(PartialRoom room)
    {
        _rooms.Add(room);
        return room;
    }

    /// <summary>Ends a scenario in order, whatever became of it: the state is told, the room whole and left.</summary>
    private protected override async Task EndAsync()
    {
        foreach (PartialRoom room in _rooms)
        {
            await room.EndAsync();
        }
    }
}
