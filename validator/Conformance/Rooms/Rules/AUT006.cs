using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>An event of the exporting server itself is refused.</summary>
internal sealed class AUT006 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT006);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        bool unfounded = Rejection.IsUnfounded(visit);
        foreach (int index in visit.States.Order)
        {
            if (visit.States.StandingOf(index) is EventStanding.RejectedByAuthEvents or EventStanding.RejectedByState
                && visit.IsOwn(visit.Room.SenderOf(index)) && !(unfounded && Rejection.FallsWithCreateEvent(visit, index)))
            {
                Rejection.Report(visit, Id, index);
            }
        }
    }
}
