namespace Conformance.Profiles.Mspf;

/// <summary>What a member holds, which decides how and when it is read.</summary>
internal enum ItemPart
{
    /// <summary>Nothing that is read: a file of an item that this program doesn't know, or of none.</summary>
    Other,

    /// <summary><c>manifest.mspf.json</c>.</summary>
    Manifest,

    /// <summary><c>m.core.json</c>.</summary>
    Core,

    /// <summary><c>m.rooms.cbor</c>.</summary>
    Rooms,

    /// <summary>A file of <c>m.events</c>.</summary>
    Events,

    /// <summary>A file of <c>m.users</c>.</summary>
    Users,

    /// <summary>A file of <c>m.e2e.to_device</c> or <c>m.e2e.keys</c>.</summary>
    EndToEnd,

    /// <summary><c>org.matrix.msc2783.server_keys.json</c>, an item of the project's own.</summary>
    ServerKeys,

    /// <summary>A file of <c>org.matrix.msc2783.gap_states</c>, an item of the project's own.</summary>
    GapStates,
}
