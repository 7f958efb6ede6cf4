using System.Globalization;
using Conformance.Events.Versions;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Inspection;
using Conformance.Rooms.Resolution;

namespace Conformance.Reports.Rooms;

/// <content>How the state came about.</content>
internal sealed partial class StateTextWriter
{
    private const int MaxListed = 12;
    private const int MaxChecks = 40;
    private const int MaxEarlier = 8;

    private void WriteExplanation(StateExplanation explanation)
    {
        if (explanation.Event is { } judged)
        {
            _sheet.Gap();
            WriteJudged(judged);
        }

        _sheet.Gap();
        string about = _answer.Question switch
        {
            { User: { } user } => $" in the membership of {Findings.Quoting.Safe(user)}",
            { Type: { } type } => $" in {Findings.Quoting.Safe(type)}",
            _ => "",
        };
        if (explanation.MeetingCount == 0)
        {
            _sheet.Paragraph(0, 2, ("No resolution:", Tone.Strong), ($" no states that differ{about} met on the way here; each event took the place of the one before it.", Tone.Plain));
            return;
        }

        _sheet.Paragraph(0, 2,
            ("Resolution:", Tone.Strong),
            ($" states that differ{about} met {Count(explanation.MeetingCount, "time")} on the way here (algorithm {Algorithm()}).", Tone.Plain));
        WriteMeeting(explanation.Meetings[0]);
        if (explanation.MeetingCount > 1)
        {
            WriteEarlier(explanation);
        }
    }

    private string Algorithm() => _room.Version.StateResolution switch
    {
        StateResolutionId.V1 => "of room version 1",
        StateResolutionId.V2 => "of room version 2",
        _ => "of room version 12",
    };

    private void WriteJudged(JudgedEvent judged)
    {
        (string word, Tone tone) = judged.Standing switch
        {
            EventStanding.Accepted => ("accepted", Tone.Good),
            EventStanding.Unplaced => ("not placed: allowed by its auth events, but the state before it isn't known", Tone.Doubtful),
            EventStanding.RejectedByAuthEvents => ("rejected by its auth events", Tone.Bad),
            EventStanding.RejectedByState => ("rejected by the state before it", Tone.Bad),
            EventStanding.Undetermined => ("undetermined", Tone.Doubtful),
            _ => ("not here", Tone.Doubtful),
        };
        _sheet.Paragraph(0, 2, ("The event", Tone.Strong), ($" {_words.Id(judged.Event)} is ", Tone.Plain), (word + ".", tone));
        WriteVerdict("by its auth events", judged.ByAuthEvents);
        if (judged.ByState is { } byState)
        {
            WriteVerdict("by the state before it", byState);
        }
    }

    private void WriteVerdict(string by, AuthVerdict verdict)
    {
        _sheet.Paragraph(2, 4, ($"- {by}: ", Tone.Plain), (RoomWords.Word(verdict.Outcome), ToneOf(verdict.Outcome)), ($" by {_words.Rule(verdict.Rule)}{Looked(verdict)}", Tone.Plain));
    }

    private string Looked(AuthVerdict verdict)
    {
        if (verdict.Evidence.Count == 0)
        {
            return "";
        }

        var seen = new List<string>();
        for (int i = 0; i < verdict.Evidence.Count; i++)
        {
            seen.Add(_words.Brief(verdict.Evidence[i]));
        }

        return $", which looked at {string.Join("; ", seen)}";
    }

    private void WriteMeeting(StateMeeting meeting)
    {
        _sheet.Paragraph(2, 4, ("The last time", Tone.Strong), ($", {Meeting(meeting)}", Tone.Plain));
        _sheet.Gap();
        ILookup<int, int> bySlot = meeting.Trace.ConflictedEvents.ToLookup(_room.SlotOf);
        _sheet.Paragraph(2, 4, ("In conflict:", Tone.Strong));
        foreach (int slot in meeting.Trace.ConflictedSlots.Take(MaxListed))
        {
            // In the first algorithm an event that only some of the states have is no conflict, and none of those that are listed.
            IEnumerable<int> events = bySlot[slot].Any() ? bySlot[slot] : EventsIn(slot, meeting).Where(index => index >= 0).Distinct();
            string none = EventsIn(slot, meeting).Contains(-1) ? " or none" : "";
            _sheet.Paragraph(4, 6, ($"{_words.Slot(slot)}: {string.Join(" or ", events.Select(Choice))}{none}", Tone.Plain));
        }

        WriteMore(meeting.Trace.ConflictedSlots.Count - MaxListed);
        WriteEvents("Auth difference:", meeting.Trace.AuthDifference);
        WriteEvents("Conflicted subgraph, beyond these:", meeting.Trace.Subgraph);
        if (meeting.Trace.Checks.Count > 0)
        {
            _sheet.Paragraph(2, 4, ("Checked, in this order:", Tone.Strong));
            for (int i = 0; i < Math.Min(meeting.Trace.Checks.Count, MaxChecks); i++)
            {
                WriteCheck(i + 1, meeting.Trace.Checks[i]);
            }

            WriteMore(meeting.Trace.Checks.Count - MaxChecks);
        }

        _sheet.Paragraph(2, 4, ("Outcome:", Tone.Strong), (meeting.IsResolved ? "" : " not known, since an event that is to decide can't be judged", Tone.Doubtful));
        foreach ((int slot, int winner) in meeting.Trace.Winners.Take(MaxListed))
        {
            _sheet.Paragraph(4, 6, ($"{_words.Slot(slot)}: {(winner < 0 ? "none" : Choice(winner))}", Tone.Plain));
        }

        WriteMore(meeting.Trace.Winners.Count - MaxListed);
    }

    /// <summary>A line for each outcome: where a fork is merged more than once, the same states meet more than once.</summary>
    private void WriteEarlier(StateExplanation explanation)
    {
        _sheet.Gap();
        _sheet.Paragraph(2, 4, ("Before that they met", Tone.Strong));
        var outcomes = new List<(StateMeeting Meeting, int Times)>();
        foreach (StateMeeting meeting in explanation.Meetings.Skip(1))
        {
            int same = outcomes.FindIndex(known => known.Meeting.Trace.Winners.SequenceEqual(meeting.Trace.Winners));
            if (same >= 0)
            {
                outcomes[same] = (outcomes[same].Meeting, outcomes[same].Times + 1);
            }
            else if (outcomes.Count < MaxEarlier)
            {
                outcomes.Add((meeting, 1));
            }
        }

        foreach ((StateMeeting meeting, int times) in outcomes)
        {
            IEnumerable<string> winners = meeting.Trace.Winners
                .Take(3)
                .Select(winner => $"{_words.Slot(winner.Slot)} → {(winner.Event < 0 ? "none" : _words.Id(winner.Event))}");
            string more = meeting.Trace.Winners.Count > 3 ? $"; and {meeting.Trace.Winners.Count - 3} more" : "";
            string repeated = times > 1 ? $", {times} times" : "";
            _sheet.Paragraph(
                4, 6, (string.Create(CultureInfo.InvariantCulture, $"before {_words.Id(meeting.Event)} (depth {_room.DepthOf(meeting.Event)}{repeated}): {string.Join("; ", winners)}{more}"), Tone.Plain));
        }

        int left = explanation.MeetingCount - 1 - outcomes.Sum(outcome => outcome.Times);
        if (left > 0)
        {
            _sheet.Paragraph(4, 6, ($"… and {Count(left, "time")} more. --at with an event named here tells of it; --report json tells of more.", Tone.Faint));
        }
    }

    private string Meeting(StateMeeting meeting)
    {
        string where = meeting.Event < 0 ? "at the forward extremities" : $"before {_words.Event(meeting.Event)}";
        return $"{where}: the states after {string.Join(", ", meeting.Met.Take(6).Select(_words.Id))}{(meeting.Met.Count > 6 ? ", …" : "")}.";
    }

    private IEnumerable<int> EventsIn(int slot, StateMeeting meeting) =>
        meeting.Met.Select(met => _answer.Room.States.After(met) is { } state ? state[slot] : -1);

    private string Choice(int index) => $"{_words.Id(index)} ({By(index)}{_words.Sender(index)}, {_words.Sent(index)})";

    private string By(int index) => _room.TypeOf(index) == _room.Known.Member ? $"{RoomWords.Word(_room.MembershipOf(index))} by " : "";

    private void WriteEvents(string title, List<int> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        _sheet.Paragraph(2, 4, (title, Tone.Strong));
        foreach (int index in events.Take(MaxListed))
        {
            _sheet.Paragraph(4, 6, (_words.Event(index), Tone.Plain));
        }

        WriteMore(events.Count - MaxListed);
    }

    private void WriteCheck(int number, ResolutionCheck check)
    {
        string key = check.Step switch
        {
            ResolutionStep.Power => string.Create(CultureInfo.InvariantCulture, $"sender's power {(check.Key == long.MaxValue ? "unlimited" : check.Key)}"),
            ResolutionStep.Mainline when check.Key == long.MaxValue => "off the mainline",
            ResolutionStep.Mainline => string.Create(CultureInfo.InvariantCulture, $"mainline position {check.Key}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"depth {check.Key}"),
        };
        string line = string.Create(CultureInfo.InvariantCulture, $"{number}. ");
        string subject = $"{_words.Brief(check.Event)} [{key}]: ";
        if (check.Step == ResolutionStep.Taken)
        {
            _sheet.Paragraph(4, 4 + line.Length, (line, Tone.Faint), (subject, Tone.Plain), ("taken as the first", Tone.Plain));
            return;
        }

        _sheet.Paragraph(
            4, 4 + line.Length, (line, Tone.Faint), (subject, Tone.Plain), (RoomWords.Word(check.Verdict.Outcome), ToneOf(check.Verdict.Outcome)), ($" by {_words.Rule(check.Verdict.Rule)}{Evidence(check.Verdict)}", Tone.Plain));
    }

    private string Evidence(AuthVerdict verdict)
    {
        if (verdict.Evidence.Count == 0 || verdict.IsAllowed)
        {
            return "";
        }

        return Looked(verdict);
    }

    private void WriteMore(int left)
    {
        if (left > 0)
        {
            _sheet.Paragraph(4, 6, ($"… and {ReportText.Number(left)} more", Tone.Faint));
        }
    }

    private static Tone ToneOf(AuthOutcome outcome) => outcome switch
    {
        AuthOutcome.Allowed => Tone.Good,
        AuthOutcome.Refused => Tone.Bad,
        _ => Tone.Doubtful,
    };
}
