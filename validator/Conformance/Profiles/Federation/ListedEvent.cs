namespace Conformance.Profiles.Federation;

/// <summary>An event in a list of a body.</summary>
/// <param name="Index">Its number among the room's events; -1 when it has no ID that could be found out.</param>
/// <param name="Position">Its position in the list.</param>
/// <param name="Offset">Its offset in the file.</param>
/// <param name="Length">Its length in the file, in bytes.</param>
internal readonly record struct ListedEvent(int Index, long Position, long Offset, int Length);
