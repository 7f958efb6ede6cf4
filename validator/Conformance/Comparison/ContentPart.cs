namespace Conformance.Comparison;

/// <summary>A kind of thing that an archive holds, by which differences are counted.</summary>
internal enum ContentPart
{
    /// <summary>An item of the manifest, or another member of the manifest.</summary>
    Items,

    /// <summary>A member of <c>m.core.json</c>.</summary>
    Core,

    /// <summary>A room that <c>m.rooms</c> lists.</summary>
    Rooms,

    /// <summary>What <c>m.rooms</c> says of a room: its version, one of its aliases.</summary>
    RoomDetails,

    /// <summary>An event of a room.</summary>
    Events,

    /// <summary>A user.</summary>
    Users,

    /// <summary>What <c>m.users</c> says of a user, besides devices and tags.</summary>
    UserDetails,

    /// <summary>A user's device.</summary>
    Devices,

    /// <summary>A tag that a user gave a room.</summary>
    RoomTags,

    /// <summary>An entry of <c>m.e2e.to_device</c> or <c>m.e2e.keys</c>.</summary>
    EndToEnd,

    /// <summary>An entry of a JSON or CBOR file of another item.</summary>
    Entries,

    /// <summary>A file that is neither JSON nor CBOR: media, say.</summary>
    Files,
}
