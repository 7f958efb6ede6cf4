using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Resolution;

/// <summary>The check of an event in a resolution.</summary>
/// <param name="Step">In which step.</param>
/// <param name="Event">The event.</param>
/// <param name="Key">What it was sorted by first: its sender's power, its position in the mainline (<see cref="long.MaxValue"/> for none), or its depth.</param>
/// <param name="Verdict">What the rules say.</param>
internal readonly record struct ResolutionCheck(ResolutionStep Step, int Event, long Key, AuthVerdict Verdict);
