using System.CommandLine;
using Conformance.Cli.Console;
using Conformance.Reports;
using Conformance.Reports.Rooms;
using Conformance.Rooms.Inspection;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary><c>validate state INPUT --room R</c>: the state of a room at a point, and how it came about.</summary>
internal sealed class StateCommand
{
    private readonly Terminal _terminal;
    private readonly RoomOpener _opener;
    private readonly RoomOptions _words = new();
    private readonly Option<string> _color = ColorChoice.Option();
    private readonly Option<string?> _at = new("--at")
    {
        Description = "The event at which, by its ID or how that begins ($ may be left out). Default: now, at the room's forward extremities.",
        HelpName = "EVENT",
    };

    private readonly Option<bool> _after = new("--after") { Description = "With --at: the state after the event, not before it." };
    private readonly Option<bool> _explain = new("--explain") { Description = "Tell how it came about: how the event was judged, and how states that met were resolved." };
    private readonly Option<string?> _user = new("--user") { Description = "Only this user's membership: what it was, which event says so, since when.", HelpName = "@USER:SERVER" };
    private readonly Option<string?> _type = new("--type") { Description = "Only state events of this type.", HelpName = "TYPE" };
    private readonly Option<bool> _all = new("--all") { Description = "List each membership in the text, too." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say no more than the first line; no progress." };
    private readonly Option<string[]> _report = CommandOutput.Option();

    private StateCommand(Terminal terminal, CancellationToken cancellation)
    {
        _terminal = terminal;
        _opener = new RoomOpener(terminal, _words, cancellation);
    }

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal, CancellationToken cancellation)
    {
        var words = new StateCommand(terminal, cancellation);
        var command = new Command("state", "Tells the state of a room at an event, whether a user was a member then, and how it came about.");
        words._words.AddTo(command);
        foreach (Option option in (Option[])[words._at, words._after, words._explain, words._user, words._type, words._all, words._report, words._quiet, words._color])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => (int)words.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        if (ColorChoice.Read(parsed.GetValue(_color), _terminal) is not { } color)
        {
            return Usage(ColorChoice.Problem(parsed.GetValue(_color)));
        }

        if (CommandOutput.ReadAll(parsed.GetValue(_report) ?? [], out string? problem) is not { } outputs)
        {
            return Usage(problem!);
        }

        string? at = parsed.GetValue(_at);
        if (parsed.GetValue(_after) && at is null)
        {
            return Usage("--after needs an event: --at EVENT --after. Without --at the state is that after all events.");
        }

        if (parsed.GetValue(_user) is not null && parsed.GetValue(_type) is not null)
        {
            return Usage("--user and --type can't be used together: --user asks for one membership.");
        }

        if (parsed.GetValue(_user) is { } user && !user.StartsWith('@'))
        {
            return Usage($"--user takes a whole user ID such as @alice:example.org, not \"{Findings.Quoting.Safe(user)}\".");
        }

        bool quiet = parsed.GetValue(_quiet);
        if (_opener.Open(parsed, quiet, out RoomReading? reading, out ExitCode exit) is not { } room)
        {
            return exit;
        }

        int index = -1;
        if (at is not null)
        {
            if (_opener.Find(room, "--at", at) is not { } found)
            {
                return ExitCode.Usage;
            }

            index = found;
        }

        StateAnswer answer = room.Answer(new StateQuestion
        {
            Event = index,
            After = parsed.GetValue(_after),
            Explain = parsed.GetValue(_explain),
            User = parsed.GetValue(_user),
            Type = parsed.GetValue(_type),
        });
        var options = new ReportOptions { Width = _terminal.Width, Color = color, Quiet = quiet, ToolVersion = ToolVersion.Text };
        bool all = parsed.GetValue(_all);
        bool isWritten = CommandOutput.Write(
            outputs,
            (output, stream, form) =>
            {
                if (output.IsJson)
                {
                    StateJsonWriter.Write(answer, stream);
                }
                else
                {
                    StateTextWriter.Write(answer, stream, form, all);
                }
            },
            options,
            _terminal);
        return !isWritten ? ExitCode.Unreadable : Conclude(answer, reading!);
    }

    /// <summary>The exit code; events that are lost make only the newest state uncertain, since what is behind an event is known to be whole.</summary>
    private ExitCode Conclude(StateAnswer answer, RoomReading reading)
    {
        if (answer.Map is null)
        {
            return ExitCode.Undetermined;
        }

        if (answer.Question.Event < 0 && (reading.Broken > 0 || !reading.HasAllEvents))
        {
            _terminal.Problem(reading.HasAllEvents
                ? $"{reading.Broken} event(s) of the room can't be read; if one of them is newer, the state is another."
                : "not all events could be read; if a newer one is among them, the state is another.");
            return ExitCode.Undetermined;
        }

        return ExitCode.Valid;
    }

    private ExitCode Usage(string problem)
    {
        _terminal.Problem(problem);
        return ExitCode.Usage;
    }
}
