using Conformance.Events.Versions;
using Conformance.Schemas;

namespace Conformance.Events.Identifiers;

/// <summary>The identifiers of Matrix as formats for JSON Schemas (<c>"format": "matrix-user-id"</c>).</summary>
public static class IdentifierFormats
{
    /// <summary>Adds the formats to a set.</summary>
    /// <param name="formats">The set.</param>
    /// <returns>The larger set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="formats"/> is null.</exception>
    public static SchemaFormats AddTo(SchemaFormats formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        return formats
            .Register("matrix-server-name", text => ServerName.Check(text) == IdentifierFault.None)
            .Register("matrix-user-id", text => UserId.Check(text) == IdentifierFault.None)
            .Register("matrix-room-id", text => RoomId.Check(text) == IdentifierFault.None)
            .Register("matrix-room-id-with-server", text => RoomId.Check(text, RoomIdForm.WithServer) == IdentifierFault.None)
            .Register("matrix-room-id-hash", text => RoomId.Check(text, RoomIdForm.CreateEventHash) == IdentifierFault.None)
            .Register("matrix-event-id", text => EventId.Check(text) == IdentifierFault.None)
            .Register("matrix-room-alias", text => RoomAlias.Check(text) == IdentifierFault.None)
            .Register("matrix-room-version", text => RoomVersionId.Check(text) == IdentifierFault.None)
            .Register("matrix-key-id", text => KeyId.Check(text) == IdentifierFault.None)
            .Register("matrix-opaque-id", text => OpaqueId.Check(text) == IdentifierFault.None)
            .Register("matrix-namespaced-id", text => NamespacedId.Check(text) == IdentifierFault.None);
    }
}
