using Conformance.Rooms.Store;

namespace Conformance.Rooms.Authorisation;

/// <summary>The state that an event's own auth events make up.</summary>
internal sealed class OwnAuthEvents(RoomEvents room) : IAuthState
{
    /// <summary>The event.</summary>
    public int Event { get; set; } = -1;

    /// <inheritdoc />
    public int this[int slot]
    {
        get
        {
            if (slot < 0)
            {
                return -1;
            }

            foreach (int auth in room.AuthEvents(Event))
            {
                if (room.SlotOf(auth) == slot)
                {
                    return auth;
                }
            }

            return -1;
        }
    }
}
