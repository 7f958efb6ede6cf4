using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>An event is refused by the events that it names as authorising it.</summary>
internal sealed class AUT001 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT001);

    /// <inheritdoc />
    public void Check(RoomVisit visit) => Rejection.ReportAll(visit, Id, own: false, static standing => standing == EventStanding.RejectedByAuthEvents);
}
