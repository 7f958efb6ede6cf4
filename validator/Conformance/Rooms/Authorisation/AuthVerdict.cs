namespace Conformance.Rooms.Authorisation;

/// <summary>What the authorisation rules say of an event, which rule did, and which events that rule looked at.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Evidence">The events that it looked at.</param>
internal readonly record struct AuthVerdict(AuthOutcome Outcome, AuthRule Rule, AuthEvidence Evidence)
{
    /// <summary>Whether the event is allowed.</summary>
    public bool IsAllowed => Outcome == AuthOutcome.Allowed;

    /// <summary>Whether the event is refused.</summary>
    public bool IsRefused => Outcome == AuthOutcome.Refused;
}
