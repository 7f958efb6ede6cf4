using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>An event is refused by the state of the room before it.</summary>
internal sealed class AUT002 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT002);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        foreach (int index in visit.States.Order)
        {
            if (visit.States.StandingOf(index) == EventStanding.RejectedByState && !visit.IsOwn(visit.Room.SenderOf(index)))
            {
                Rejection.Report(visit, Id, index);
            }
        }
    }
}
