using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>An event is refused by the events that it names as authorising it.</summary>
internal sealed class AUT001 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT001);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        bool unfounded = Rejection.IsUnfounded(visit);
        foreach (int index in visit.States.Order)
        {
            if (visit.States.StandingOf(index) == EventStanding.RejectedByAuthEvents && !visit.IsOwn(visit.Room.SenderOf(index))
                && !(unfounded && Rejection.FallsWithCreateEvent(visit, index)))
            {
                Rejection.Report(visit, Id, index);
            }
        }
    }
}
