using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Rules;

/// <summary>The create event of a room is refused.</summary>
internal sealed class AUT005 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT005);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (int index in visit.States.Order)
        {
            if (visit.States.StandingOf(index) == EventStanding.RejectedByAuthEvents && visit.Room.Has(index, RoomEventFlags.Create))
            {
                Rejection.Report(visit, Id, index);
            }
        }
    }
}
