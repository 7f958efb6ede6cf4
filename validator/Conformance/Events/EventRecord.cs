using Conformance.Documents.Cutting;
using Conformance.Events.Index;

namespace Conformance.Events;

/// <summary>What is remembered of an event from its check to its commit.</summary>
/// <param name="Key">What it is known by.</param>
/// <param name="Fingerprint">The fingerprint of its bytes.</param>
/// <param name="Room">The array that it stands in.</param>
/// <param name="Position">Its position there.</param>
/// <param name="Offset">Its offset in the member.</param>
/// <param name="IdStart">Where its ID begins among the batch's texts, if that is no hash.</param>
/// <param name="IdLength">Length of its ID there; 0 when the ID is the key, -1 when the event has none that could be found out.</param>
/// <param name="Draft">Its number among what was read for its room; -1 when its room isn't known.</param>
internal readonly record struct EventRecord(
    EventKey Key, ulong Fingerprint, CutPath Room, long Position, long Offset, int IdStart, int IdLength, int Draft);
