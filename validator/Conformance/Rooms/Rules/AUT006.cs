using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Rules;

/// <summary>An event of the exporting server itself is refused.</summary>
internal sealed class AUT006 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT006);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (int index in visit.States.Order)
        {
            if (visit.States.StandingOf(index) is EventStanding.RejectedByAuthEvents or EventStanding.RejectedByState
                && !visit.Room.Has(index, RoomEventFlags.Create) && visit.IsOwn(visit.Room.SenderOf(index)))
            {
                Rejection.Report(visit, Id, index);
            }
        }
    }
}
