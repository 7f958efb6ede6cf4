namespace Conformance.Rooms.Facts;

/// <summary>The single levels of a power levels event.</summary>
internal enum LevelKind
{
    /// <summary><c>users_default</c></summary>
    UsersDefault,

    /// <summary><c>events_default</c></summary>
    EventsDefault,

    /// <summary><c>state_default</c></summary>
    StateDefault,

    /// <summary><c>ban</c></summary>
    Ban,

    /// <summary><c>redact</c></summary>
    Redact,

    /// <summary><c>kick</c></summary>
    Kick,

    /// <summary><c>invite</c></summary>
    Invite,
}
