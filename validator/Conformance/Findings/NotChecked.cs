namespace Conformance.Findings;

/// <summary>Something that was not checked, and why.</summary>
/// <param name="What">What was left out: a short noun phrase ("signatures", "events of one room").</param>
/// <param name="Cause">Why, and what would change it.</param>
/// <param name="Location">Where it begins, or the input as a whole.</param>
/// <param name="Decisive">True when the verdict can't be "valid" without it (a limit was reached, a room version is unknown).</param>
/// <param name="Count">How many times this was so.</param>
public sealed record NotChecked(string What, string Cause, Location Location, bool Decisive, long Count = 1);
