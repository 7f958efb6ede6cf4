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
        void Count(int index)
        {
            if (visit.States.StandingOf(index) == EventStanding.Undetermined && visit.Room.IsUsable(index))
            {
                first = count++ == 0 ? index : first;
            }
        }

        foreach (int index in visit.States.Order)
        {
            Count(index);
        }

        // What is in a circle, or names events that are, has no place in the order.
        for (int index = 0; index < visit.Room.Count; index++)
        {
            if (visit.States.VerdictOf(index).Rule == AuthRule.EventCircular)
            {
                Count(index);
            }
        }

        if (count > 0)
        {
            visit.ReportAt(Id, first, ("events", count), ("event", visit.IdOf(first)), ("rule", RoomTexts.Rule(visit, visit.States.VerdictOf(first).Rule)));
        }
    }
}
