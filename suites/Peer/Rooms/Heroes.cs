using Conformance.Generator.Events;

namespace Conformance.Suites.Peer.Rooms;

/// <summary>The members that stand in for a room's name (MSC3943; Client-Server API, Syncing, <c>m.heroes</c>).</summary>
internal static class Heroes
{
    /// <summary>How many there are at most.</summary>
    public const int Most = 5;

    /// <summary>The member events that a partial answer keeps: none where the room has a name or a canonical alias.</summary>
    /// <param name="room">The room, whose order of events is the order of the members.</param>
    /// <param name="state">The state.</param>
    public static IReadOnlyList<RoomEvent> Of(PeerRoom room, RoomState state)
    {
        if (HasText(state, "m.room.name", "name") || HasText(state, "m.room.canonical_alias", "alias"))
        {
            return [];
        }

        var members = new HashSet<RoomEvent>(state.Members);
        RoomEvent[] inOrder = [.. room.Events.Where(members.Contains)];
        RoomEvent[] present = [.. inOrder.Where(made => Membership(made) is "join" or "invite").Take(Most)];
        return present.Length > 0 ? present : [.. inOrder.Where(made => Membership(made) is "leave" or "ban").Take(Most)];
    }

    private static bool HasText(RoomState state, string type, string name) => state.Text(type, name) is { Length: > 0 };

    private static string? Membership(RoomEvent made) => made.Json["content"]?["membership"]?.ToString();
}
