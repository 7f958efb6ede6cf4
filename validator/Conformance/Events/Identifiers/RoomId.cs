using Conformance.Events.Versions;

namespace Conformance.Events.Identifiers;

/// <summary>Room IDs (Appendices, Room IDs).</summary>
public static class RoomId
{
    /// <summary>Checks a room ID of a room whose version is known.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <param name="form">The form that the room version has.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id, RoomIdForm form) => form == RoomIdForm.WithServer
        ? DomainIdentifier.Check(id, (byte)'!')
        : HashIdentifier.Check(id, (byte)'!', urlSafe: true);

    /// <summary>Checks a room ID of a room whose version isn't known: either form will do.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id) =>
        Check(id, id.Contains((byte)':') ? RoomIdForm.WithServer : RoomIdForm.CreateEventHash);
}
