using Conformance.Generator.Events;
using Conformance.Suites.Peer.Rooms;

namespace Conformance.Suites.Peer.Calling;

/// <summary>What came of a join, a leave or a knock.</summary>
/// <param name="Template">The answer with the template.</param>
/// <param name="Answer">The answer to the event; null when it wasn't sent.</param>
/// <param name="Event">The event; null when there was no template.</param>
/// <param name="Room">The room as it is known from now on; null when it wasn't joined.</param>
internal sealed record JoinResult(FederationAnswer Template, FederationAnswer? Answer, RoomEvent? Event, PeerRoom? Room)
{
    /// <summary>Whether it went through.</summary>
    public bool IsOk => Answer is { IsOk: true };

    /// <inheritdoc/>
    public override string ToString() => $"template {Template}; answer {Answer}";
}
