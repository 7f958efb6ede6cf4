using Conformance.Events.Versions;
using Conformance.Rooms.Facts;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Authorisation;

/// <summary>Who may do what in a state: its power levels, or what holds without them.</summary>
internal readonly struct Powers
{
    private readonly RoomEvents _room;
    private readonly int _create;
    private readonly CreateContent _creation;

    /// <summary>The powers in a state.</summary>
    /// <param name="room">The room.</param>
    /// <param name="state">The state.</param>
    /// <param name="create">Its create event.</param>
    /// <param name="creation">What that says.</param>
    public Powers(RoomEvents room, IAuthState state, int create, CreateContent creation)
        : this(room, state[room.PowerLevelsSlot], create, creation)
    {
    }

    /// <summary>The powers that a power levels event gives.</summary>
    /// <param name="room">The room.</param>
    /// <param name="levels">The event; -1 when there is none.</param>
    /// <param name="create">The room's create event.</param>
    /// <param name="creation">What that says.</param>
    public Powers(RoomEvents room, int levels, int create, CreateContent creation)
    {
        _room = room;
        _create = create;
        _creation = creation;
        Levels = levels < 0 ? null : room.FactsOf<PowerLevels>(levels);
        Event = Levels is null ? -1 : levels;
    }

    /// <summary>The power levels event; -1 when there is none.</summary>
    public int Event { get; }

    /// <summary>Its levels; null when there is none.</summary>
    public PowerLevels? Levels { get; }

    /// <summary>The level to invite.</summary>
    public long Invite => Levels?[LevelKind.Invite] ?? Level.DefaultInvite;

    /// <summary>The level to remove others.</summary>
    public long Kick => Levels?[LevelKind.Kick] ?? Level.DefaultAction;

    /// <summary>The level to ban.</summary>
    public long Ban => Levels?[LevelKind.Ban] ?? Level.DefaultAction;

    /// <summary>The level to redact.</summary>
    public long Redact => Levels?[LevelKind.Redact] ?? Level.DefaultAction;

    /// <summary>The user who may join right after the create event.</summary>
    public int Founder => _room.Version.Creators == CreatorForm.ContentCreator ? _creation.Creator : _room.SenderOf(_create);

    /// <summary>The level of a user.</summary>
    public long Of(int user)
    {
        if (_room.Version.Creators == CreatorForm.SenderAndAdditional)
        {
            if (IsCreator(user))
            {
                return Level.Infinite;
            }
        }
        else if (Levels is null)
        {
            return user == Founder ? Level.DefaultCreator : Level.DefaultUser;
        }

        return Levels?.OfUser(user) ?? Level.DefaultUser;
    }

    /// <summary>Whether a user is the sender of the create event or an additional creator.</summary>
    public bool IsCreator(int user) => user == _room.SenderOf(_create) || _creation.AdditionalCreators.Contains(user);

    /// <summary>The level that a type of event needs.</summary>
    public long Needed(int type, bool isState) =>
        Levels?.OfEvent(type, isState) ?? (isState ? Level.DefaultState : Level.DefaultEvents);
}
