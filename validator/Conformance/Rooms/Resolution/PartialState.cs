using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <summary>
/// The state that a resolution builds up: changes over the first of the states, of which only what isn't conflicted shows, or
/// nothing at all. For what it lacks the auth events of the event at hand can stand in.
/// </summary>
internal sealed class PartialState(RoomEvents room) : IAuthState
{
    private readonly Dictionary<int, int> _changes = [];
    private StateMap _below = StateMap.Empty;

    /// <summary>The event whose auth events stand in; -1 when none do.</summary>
    public int StandsIn { get; set; } = -1;

    /// <summary>What was changed: slot to event, -1 for an emptied slot.</summary>
    public IReadOnlyDictionary<int, int> Changes => _changes;

    /// <summary>How the events of the room stand: rejected ones don't stand in.</summary>
    public EventStanding[] Standings { get; set; } = [];

    /// <inheritdoc />
    public int this[int slot]
    {
        get
        {
            if (slot < 0)
            {
                return -1;
            }

            int found = Own(slot);
            return found >= 0 || StandsIn < 0 ? found : FromAuthEvents(slot);
        }
    }

    /// <summary>The event that the state itself has in a slot.</summary>
    public int Own(int slot) => _changes.TryGetValue(slot, out int changed) ? changed : _below[slot];

    /// <summary>Starts anew.</summary>
    /// <param name="below">What shows where nothing was changed.</param>
    public void Start(StateMap below)
    {
        _changes.Clear();
        _below = below;
        StandsIn = -1;
    }

    /// <summary>Puts an event into a slot, or empties it with -1.</summary>
    public void Set(int slot, int index) => _changes[slot] = index;

    private int FromAuthEvents(int slot)
    {
        foreach (int auth in room.AuthEvents(StandsIn))
        {
            if (room.SlotOf(auth) == slot && room.IsUsable(auth)
                && !Standings[auth].IsRejected())
            {
                return auth;
            }
        }

        return -1;
    }
}
