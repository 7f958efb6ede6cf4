using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>Nothing can be said of events, since what authorises them is missing or unclear.</summary>
internal sealed class AUT004 : IRoomGraphRule
{
    /// <inheritdoc />
    public string Id => nameof(AUT004);

    /// <inheritdoc />
    public void Check(RoomVisit visit)
    {
        int count = 0;
        int first = -1;
        foreach (int index in visit.States.Order)
        {
            if (visit.States.StandingOf(index) == EventStanding.Undetermined && visit.Room.IsUsable(index))
            {
                first = count++ == 0 ? index : first;
            }
        }

        if (count > 0)
        {
            visit.ReportAt(Id, first, ("events", count), ("event", visit.IdOf(first)), ("rule", RoomTexts.Rule(visit, visit.States.VerdictOf(first).Rule)));
        }
    }
}
