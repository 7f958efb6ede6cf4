using Conformance.Documents.Cutting;

namespace Conformance.Events;

/// <summary>What a create event says about its room.</summary>
/// <param name="Room">The array that it stands in.</param>
/// <param name="Position">Its position there.</param>
/// <param name="Offset">Its offset in the member.</param>
/// <param name="DeclaredVersion">The room version: what the content says, <c>1</c> when it is silent; null when it can't be told since the event is redacted or broken.</param>
/// <param name="EventId">The event's ID, safe to print; null when it couldn't be found out.</param>
internal sealed record CreateFacts(CutPath Room, long Position, long Offset, string? DeclaredVersion, string? EventId);
