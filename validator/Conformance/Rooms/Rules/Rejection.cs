using Conformance.Rooms.Authorisation;

namespace Conformance.Rooms.Rules;

/// <summary>Reports on refused events.</summary>
internal static class Rejection
{
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
