using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Inspection;

/// <summary>How an event stands and what decided that.</summary>
/// <param name="Event">The event.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="ByAuthEvents">What the rules say by its own auth events.</param>
/// <param name="ByState">What they say by the state before it; null when that isn't known, or isn't looked at any more.</param>
internal sealed record JudgedEvent(int Event, EventStanding Standing, AuthVerdict ByAuthEvents, AuthVerdict? ByState);
