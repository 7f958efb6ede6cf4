namespace Conformance.Rooms.Facts;

/// <summary>The levels of a power levels event, as far as they could be read.</summary>
internal sealed class PowerLevels
{
    /// <summary>How many kinds of single levels there are.</summary>
    public const int KindCount = (int)LevelKind.Invite + 1;

    private readonly long?[] _single;

    public PowerLevels(PowerLevelFault fault, long?[] single, LevelMap users, LevelMap events, LevelMap notifications)
    {
        Fault = fault;
        _single = single;
        Users = users;
        Events = events;
        Notifications = notifications;
    }

    /// <summary>What the rules refuse in its form.</summary>
    public PowerLevelFault Fault { get; }

    /// <summary>Levels of users.</summary>
    public LevelMap Users { get; }

    /// <summary>Levels that types of events need.</summary>
    public LevelMap Events { get; }

    /// <summary>Levels that notifications need.</summary>
    public LevelMap Notifications { get; }

    /// <summary>A single level; null when it isn't there.</summary>
    public long? this[LevelKind kind] => _single[(int)kind];

    /// <summary>The level of a user, without regard to creators.</summary>
    public long OfUser(int user) => Users.Find(user) ?? this[LevelKind.UsersDefault] ?? Level.DefaultUser;

    /// <summary>The level that a type of event needs.</summary>
    public long OfEvent(int type, bool isState) => Events.Find(type)
        ?? (isState ? this[LevelKind.StateDefault] ?? Level.DefaultState : this[LevelKind.EventsDefault] ?? Level.DefaultEvents);
}
