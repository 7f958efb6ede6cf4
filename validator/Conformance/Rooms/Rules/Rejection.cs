using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Rules;

/// <summary>Reports on refused events.</summary>
internal static class Rejection
{
    /// <summary>Whether a room has refused create events and no other, so that it stands on nothing.</summary>
    public static bool IsUnfounded(RoomVisit visit)
    {
        bool refused = false;
        foreach (int create in visit.Graph.Creates)
        {
            if (visit.States.StandingOf(create) != EventStanding.RejectedByAuthEvents)
            {
                return false;
            }

            refused = true;
        }

        return refused;
    }

    /// <summary>Whether an event of a room that stands on nothing is refused for that alone; the create event is reported, and not what falls with it.</summary>
    public static bool FallsWithCreateEvent(RoomVisit visit, int index) => visit.Room.Has(index, RoomEventFlags.Create)
        || visit.States.VerdictOf(index).Rule is AuthRule.AuthEventsRejected or AuthRule.RoomIdNotCreate;

    /// <summary>Reports the refused events of one standing, those of the exporting server's own users or those of all others.</summary>
    public static void ReportAll(RoomVisit visit, string rule, bool own, Func<EventStanding, bool> counts)
    {
        bool unfounded = IsUnfounded(visit);
        foreach (int index in visit.States.Order)
        {
            if (counts(visit.States.StandingOf(index)) && visit.IsOwn(visit.Room.SenderOf(index)) == own
                && !(unfounded && FallsWithCreateEvent(visit, index)))
            {
                Report(visit, rule, index);
            }
        }
    }

    /// <summary>Reports one: its type and sender, the rule that refused it, and the events that this rule looked at.</summary>
    public static void Report(RoomVisit visit, string rule, int index)
    {
        AuthVerdict verdict = visit.States.VerdictOf(index);
        visit.ReportAt(
            rule,
            index,
            ("type", visit.TextOf(visit.Room.TypeOf(index))),
            ("sender", visit.TextOf(visit.Room.SenderOf(index))),
            ("rule", RoomTexts.Rule(visit, verdict.Rule)),
            ("version", visit.Room.Version.Id),
            ("events", RoomTexts.Evidence(visit, verdict.Evidence)));
    }
}
