namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>An arrow from an event to one that it follows.</summary>
/// <param name="From">The node of the event.</param>
/// <param name="To">The node of the other.</param>
/// <param name="IsFaint">Whether the other isn't there or not drawn, or the reference is redundant.</param>
internal readonly record struct DrawnEdge(int From, int To, bool IsFaint);
