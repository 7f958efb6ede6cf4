namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>A node of a drawing.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Marks">What is marked on it.</param>
/// <param name="Lines">Its label, safe to print but not escaped for any format.</param>
/// <param name="Details">More about it on one line, likewise.</param>
internal sealed record DrawnNode(DrawnKind Kind, DrawnMarks Marks, IReadOnlyList<string> Lines, string Details);
