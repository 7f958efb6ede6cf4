namespace Conformance.Rooms.Inspection;

/// <summary>How a state came about.</summary>
/// <param name="Event">How the event stands at which the state was asked for; null at the forward extremities.</param>
/// <param name="MeetingCount">How often states met behind it that differ in what was asked for.</param>
/// <param name="Meetings">These meetings, the latest first, as far as told.</param>
internal sealed record StateExplanation(JudgedEvent? Event, int MeetingCount, IReadOnlyList<StateMeeting> Meetings);
