using System.Text;
using Conformance.Rooms.Graphs.Drawing;
using Conformance.Rooms.Inspection;
using Conformance.Rooms.Store;

namespace Conformance.Reports.Rooms;

/// <summary>Writes the state of a room for people: first what is known, then a table that fits a screen, then, if asked for, how it came about.</summary>
internal sealed partial class StateTextWriter
{
    private const int WideTerminal = 150;
    private const int MaxEnds = 8;
    private const int SentWidth = 20;


    private readonly StateAnswer _answer;
    private readonly RoomEvents _room;
    private readonly RoomWords _words;
    private readonly ConsoleSheet _sheet;
    private readonly bool _all;
    private readonly int _width;

    private StateTextWriter(StateAnswer answer, TextWriter output, ReportOptions options, bool all)
    {
        _answer = answer;
        _room = answer.Room.Events;
        _width = Math.Max(options.Width, 60);
        _words = new RoomWords(_room, wholeIds: _width >= WideTerminal);
        _sheet = new ConsoleSheet(output, options.Width, options.Color);
        _all = all;
    }

    /// <summary>Writes an answer as UTF-8. The stream stays open.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="options">Width, colours, and whether the first line is enough.</param>
    /// <param name="all">Whether every membership is listed.</param>
    /// <exception cref="IOException">The stream can't be written to.</exception>
    public static void Write(StateAnswer answer, Stream output, ReportOptions options, bool all)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 14, leaveOpen: true);
        writer.NewLine = "\n";
        new StateTextWriter(answer, writer, options, all).Write(options.Quiet);
    }

    private void Write(bool quiet)
    {
        WriteVerdict();
        if (quiet)
        {
            return;
        }

        if (_answer.Map is null)
        {
            WriteEnds();
        }
        else if (_answer.Member is { } member)
        {
            WriteMember(member);
        }
        else
        {
            WriteTable();
        }

        if (_answer.Explanation is { } explanation)
        {
            WriteExplanation(explanation);
        }
    }

    private void WriteVerdict()
    {
        string point = Point();
        if (_answer.Map is null)
        {
            _sheet.Paragraph(0, 2, ("UNDETERMINED", Tone.Doubtful), ($" {_words.RoomId}:", Tone.Strong), ($" the state {point} isn't known", Tone.Plain));
        }
        else if (_answer.Member is { } member)
        {
            (string word, Tone tone) = member.Membership switch
            {
                Membership.Join => ("JOINED", Tone.Good),
                Membership.Invite => ("INVITED", Tone.Doubtful),
                Membership.Leave => ("LEFT", Tone.Doubtful),
                Membership.Ban => ("BANNED", Tone.Bad),
                Membership.Knock => ("KNOCKED", Tone.Doubtful),
                Membership.None => ("NEVER A MEMBER", Tone.Doubtful),
                _ => ("UNKNOWN MEMBERSHIP", Tone.Doubtful),
            };
            _sheet.Paragraph(0, 2, (word, tone), ($" {Findings.Quoting.Safe(member.User)}", Tone.Strong), ($" in {_words.RoomId} {point}", Tone.Plain));
        }
        else
        {
            string filter = _answer.Question.Type is { } type ? $" of type {Findings.Quoting.Safe(type)}" : "";
            _sheet.Paragraph(0, 2,
                ("KNOWN", Tone.Good),
                ($" {_words.RoomId}:", Tone.Strong),
                ($" {Count(_answer.State.Count, "state event")}{filter} {point}", Tone.Plain));
        }
    }

    private string Point()
    {
        if (_answer.Question.Event >= 0)
        {
            return $"{(_answer.Question.After ? "after" : "before")} {_words.Event(_answer.Question.Event)}";
        }

        return _answer.At switch
        {
            [] => "now (the room has no accepted event)",
            [int only] => $"now, at its forward extremity {_words.Event(only)}",
            _ => $"now, at its {_answer.At.Count} forward extremities {string.Join(", ", _answer.At.Take(4).Select(_words.Id))}{(_answer.At.Count > 4 ? ", …" : "")}",
        };
    }

    private void WriteEnds()
    {
        foreach (KnowledgeEnd end in _answer.Ends.Take(MaxEnds))
        {
            string what = end.Kind switch
            {
                KnowledgeEndKind.Missing => $"{_words.Id(end.Event)} isn't here",
                KnowledgeEndKind.Malformed => $"{_words.Id(end.Event)} is malformed: a server would drop it",
                KnowledgeEndKind.Undetermined => $"{_words.Event(end.Event)} can't be judged: {_words.Rule(_answer.Room.States.VerdictOf(end.Event).Rule)}",
                KnowledgeEndKind.Circular => $"{_words.Event(end.Event)} comes, by what it claims, before itself",
                _ => $"the states before {_words.Event(end.Event)} can't be resolved: an event that is to decide can't be judged",
            };
            string follower = end.Follower >= 0 ? $"; followed by {_words.Event(end.Follower)}" : "";
            _sheet.Paragraph(2, 4, ($"- {what}{follower}", Tone.Plain));
        }

        if (_answer.EndCount > MaxEnds)
        {
            _sheet.Paragraph(2, 4, ($"… and {ReportText.Number(_answer.EndCount - MaxEnds)} more", Tone.Plain));
        }

        _sheet.Gap();
        string help = _answer.Ends.Any(end => end.Kind == KnowledgeEndKind.Missing)
            ? "What came before these events isn't in the archive, so no state after them can be worked out. Ask at an earlier event, or add the missing ones; validate graph draws the gaps."
            : "No state after these events can be worked out. Ask at an earlier event; validate says what is wrong with them.";
        _sheet.Paragraph(0, 0, (help, Tone.Faint));
    }

    private void WriteMember(MembershipAnswer member)
    {
        if (member.Event < 0)
        {
            _sheet.Paragraph(2, 4, ("No event of that state is about this user.", Tone.Plain));
            return;
        }

        _sheet.Paragraph(2, 4, ("event", Tone.Strong), ($" {_words.Event(member.Event)}", Tone.Plain));
        if (!member.IsSinceKnown)
        {
            _sheet.Paragraph(2, 4, ("since", Tone.Strong), ($" {_words.Sent(member.Since)} at the latest; what was before {_words.Event(member.Since)} isn't known", Tone.Plain));
        }
        else if (member.Since == member.Event)
        {
            _sheet.Paragraph(2, 4, ("since", Tone.Strong), ($" {_words.Sent(member.Since)}, with that event", Tone.Plain));
        }
        else
        {
            _sheet.Paragraph(2, 4, ("since", Tone.Strong), ($" {_words.Sent(member.Since)}, with {_words.Event(member.Since)}; what came after changed the profile only", Tone.Plain));
        }
    }

    private void WriteTable()
    {
        bool folds = !_all && _answer.Question.Type is null;
        int[] rows = [.. _answer.State.Where(index => !(folds && IsMember(index)))];
        int[] members = [.. _answer.State.Where(index => folds && IsMember(index))];
        if (rows.Length > 0)
        {
            int idWidth = rows.Max(index => _words.Id(index).Length) + 2;
            int rest = _width - 2 - SentWidth - idWidth;
            int type = Math.Min(rows.Max(index => _words.Type(index).Length), rest * 2 / 5) + 2;
            int key = Math.Min(Math.Max(9, rows.Max(index => _words.StateKey(index).Length)), (rest - type) / 2) + 2;
            int sender = rest - type - key;
            sender = Math.Min(sender, rows.Max(index => _words.Sender(index).Length) + 2);
            _sheet.Gap();
            _sheet.Columns(2, ("type", type, Tone.Faint), ("state key", key, Tone.Faint), ("event", idWidth, Tone.Faint), ("sender", sender, Tone.Faint), ("sent", SentWidth, Tone.Faint));
            foreach (int index in rows)
            {
                _sheet.Columns(
                    2,
                    (Label.Clip(_words.Type(index), type - 1), type, Tone.Strong),
                    (Label.Clip(_words.StateKey(index), key - 1), key, Tone.Plain),
                    (_words.Id(index), idWidth, Tone.Plain),
                    (Label.Clip(_words.Sender(index), sender - 1), sender, Tone.Plain),
                    (_words.Sent(index), SentWidth, Tone.Plain));
            }
        }

        if (members.Length > 0)
        {
            IEnumerable<string> counts = members
                .GroupBy(_room.MembershipOf)
                .OrderBy(group => group.Key)
                .Select(group => $"{ReportText.Number(group.Count())} {RoomWords.Word(group.Key)}");
            _sheet.Gap();
            _sheet.Paragraph(2, 4,
                ("m.room.member", Tone.Strong),
                ($" of {Count(members.Length, "user")}: {string.Join(", ", counts)}.", Tone.Plain),
                (" --all lists them, --user @user:server tells of one.", Tone.Faint));
        }
    }

    private bool IsMember(int index) => _room.TypeOf(index) == _room.Known.Member;

    private static string Count(long number, string word) => $"{ReportText.Number(number)} {word}{(number == 1 ? "" : "s")}";
}
