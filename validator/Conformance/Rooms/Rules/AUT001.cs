using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Rules;

/// <summary>An event is refused by the events that it names as authorising it.</summary>
internal sealed class AUT001 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT001);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (int index in visit.States.Order)
        {
            if (visit.States.StandingOf(index) == EventStanding.RejectedByAuthEvents && !visit.Room.Has(index, RoomEventFlags.Create) && !visit.IsOwn(visit.Room.SenderOf(index)))
            {
                Rejection.Report(visit, Id, index);
            }
        }
    }
}
