using Conformance.Documents.Cutting;

namespace Conformance.Events;

/// <summary>The first join in a block of a user of the server's own.</summary>
/// <param name="UserId">The user ID in UTF-8.</param>
/// <param name="Room">The array that the event stands in.</param>
/// <param name="Position">Its position there.</param>
/// <param name="Offset">Its offset in the member.</param>
internal sealed record JoinFacts(byte[] UserId, CutPath Room, long Position, long Offset);
