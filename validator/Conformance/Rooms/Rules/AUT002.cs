using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>An event is refused by the state of the room before it.</summary>
internal sealed class AUT002 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT002);

    /// <inheritdoc />
    public void Check(RoomVisit visit) => Rejection.ReportAll(visit, Id, own: false, static standing => standing == EventStanding.RejectedByState);
}
