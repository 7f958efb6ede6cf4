using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>Findings that a user has looked at and accepts. All parts that are given must match.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Reason">Why they are accepted.</param>
public sealed record Suppression(string Rule, string Reason)
{
    /// <summary>Pattern of the member's path: <c>?</c> one character, <c>*</c> any within a part, <c>**</c> any.</summary>
    public string? Member { get; init; }

    /// <summary>Pattern of the JSON Pointer, like <see cref="Member"/>.</summary>
    public string? Pointer { get; init; }

    /// <summary>The room ID.</summary>
    public string? Room { get; init; }

    /// <summary>The event ID.</summary>
    public string? Event { get; init; }

    /// <summary>The finding's fingerprint.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The last day on which it holds; null when it has no end.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>JSON Pointer of the suppression in its configuration file.</summary>
    public string Place { get; init; } = "";

    /// <summary>Whether it covers every finding of its rule, wherever it is.</summary>
    public bool CoversWholeRule => Member is null && Pointer is null && Room is null && Event is null && Fingerprint is null;

    /// <summary>Whether it holds on a day.</summary>
    /// <param name="today">The day.</param>
    /// <returns>True unless it ended before.</returns>
    public bool HoldsOn(DateOnly today) => Expires is not { } end || today <= end;

    /// <summary>Whether it covers a finding, were it in force.</summary>
    /// <param name="rule">The finding's rule.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <returns>True when all parts that are given match.</returns>
    public bool Covers(string rule, Location location, string fingerprint) =>
        rule == Rule
        && (Fingerprint is null || Fingerprint == fingerprint)
        && (Room is null || Room == location.Room)
        && (Event is null || Event == location.Event)
        && (Member is null || (location.Member is { } member && Glob.Matches(Member, member)))
        && (Pointer is null || (location.Pointer is { } pointer && Glob.Matches(Pointer, pointer)));
}
