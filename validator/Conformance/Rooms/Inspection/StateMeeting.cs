using Conformance.Rooms.Resolution;

namespace Conformance.Rooms.Inspection;

/// <summary>States that met and differed.</summary>
/// <param name="Event">The event before which they met; -1 for the forward extremities.</param>
/// <param name="Met">The events after which they hold.</param>
/// <param name="Trace">How they were resolved.</param>
/// <param name="IsResolved">False when nothing could be said of an event that was to decide.</param>
internal sealed record StateMeeting(int Event, IReadOnlyList<int> Met, ResolutionTrace Trace, bool IsResolved);
