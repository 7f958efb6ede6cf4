using Conformance.Rooms.Store;

namespace Conformance.Rooms.Inspection;

/// <summary>A user's membership at a point.</summary>
/// <param name="User">The user's ID.</param>
/// <param name="Membership">The membership; <see cref="Store.Membership.None"/> when no event of the state is about the user.</param>
/// <param name="Event">The event that gives it; -1 when there is none.</param>
/// <param name="Since">The event with which it began; before it the user had another one. -1 when there is none.</param>
/// <param name="IsSinceKnown">False when the state before <paramref name="Since"/> isn't known, so that it may have begun earlier.</param>
internal sealed record MembershipAnswer(string User, Membership Membership, int Event, int Since, bool IsSinceKnown);
