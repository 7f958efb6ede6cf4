using Conformance.Events.Versions;

namespace Conformance.Events.Identifiers;

/// <summary>Event IDs (Appendices, Event IDs, and the room versions).</summary>
public static class EventId
{
    /// <summary>Checks an event ID of a room whose version is known.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <param name="form">The form that the room version has.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id, EventIdForm form) => form switch
    {
        EventIdForm.Field => DomainIdentifier.Check(id, (byte)'$'),
        EventIdForm.HashStandardBase64 => HashIdentifier.Check(id, (byte)'$', urlSafe: false),
        _ => HashIdentifier.Check(id, (byte)'$', urlSafe: true),
    };

    /// <summary>Checks an event ID of a room whose version isn't known: any form will do.</summary>
    /// <param name="id">The text in UTF-8.</param>
    /// <returns>What is wrong.</returns>
    public static IdentifierFault Check(ReadOnlySpan<byte> id)
    {
        if (id.Contains((byte)':'))
        {
            return Check(id, EventIdForm.Field);
        }

        IdentifierFault fault = Check(id, EventIdForm.HashUrlSafeBase64);
        return fault == IdentifierFault.BadCharacter ? Check(id, EventIdForm.HashStandardBase64) : fault;
    }
}
