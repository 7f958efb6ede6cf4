namespace Conformance.Rooms.Graphs;

/// <summary>A reference that says nothing new: another event that is followed comes after it already.</summary>
/// <param name="Event">The event.</param>
/// <param name="Prev">The event that it needn't have named.</param>
internal readonly record struct RedundantReference(int Event, int Prev);
