namespace Conformance.Rooms.Authorisation;

/// <summary>What a standing means.</summary>
internal static class EventStandings
{
    /// <summary>Whether an event is rejected, whichever check refused it (Server-Server API, Rejection).</summary>
    public static bool IsRejected(this EventStanding standing) => standing is EventStanding.RejectedByAuthEvents or EventStanding.RejectedByState;
}
