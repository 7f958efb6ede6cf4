namespace Conformance.Findings;

/// <summary>Where something was found. Each part is null where it has no meaning.</summary>
/// <param name="Member">Path of the archive member; null for a single file and for the container itself.</param>
/// <param name="Offset">Offset in the member, in bytes.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901) from the member's outermost value.</param>
/// <param name="Room">Room ID.</param>
/// <param name="Event">Event ID.</param>
public sealed record Location(string? Member = null, long? Offset = null, string? Pointer = null, string? Room = null, string? Event = null)
{
    /// <summary>Nowhere in particular: the input as a whole.</summary>
    public static Location Input { get; } = new();
}
