using System.CommandLine;
using System.Text;
using Conformance.Cli.Console;
using Conformance.Rooms.Graphs;
using Conformance.Rooms.Graphs.Drawing;
using Conformance.Rooms.Inspection;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary><c>validate graph INPUT --room R</c>: draws the graph of a room.</summary>
internal sealed class GraphCommand
{
    private const int StepsAround = 10;
    private const int MostNodes = 5_000;
    private const int ArrowsForANode = 5;
    private const int MaxMermaidArrows = 450;

    private static readonly string[] Formats = ["svg", "dot", "mermaid"];

    private readonly Terminal _terminal;
    private readonly RoomOpener _opener;
    private readonly RoomOptions _words = new();
    private readonly Option<string?> _format = new("--format") { Description = "svg, dot, mermaid. Default: what the name of the file says, else svg.", HelpName = "FORMAT" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write (.svg; .dot, .gv; .mmd, .mermaid). Default: standard output.", HelpName = "FILE" };
    private readonly Option<string?> _from = new("--from") { Description = "Only this event and what comes after it.", HelpName = "EVENT" };
    private readonly Option<string?> _to = new("--to") { Description = "Only this event and what comes before it.", HelpName = "EVENT" };
    private readonly Option<string?> _around = new("--around") { Description = $"Only this event and what is near it: {StepsAround} steps, unless --depth says otherwise.", HelpName = "EVENT" };
    private readonly Option<int?> _depth = new("--depth") { Description = "The most steps from the event named, or back from the room's ends.", HelpName = "N" };
    private readonly Option<int?> _nodes = new("--nodes") { Description = "The most nodes drawn; the newest are. Default: 400, in Mermaid 150.", HelpName = "N" };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress." };

    private GraphCommand(Terminal terminal, CancellationToken cancellation)
    {
        _terminal = terminal;
        _opener = new RoomOpener(terminal, _words, cancellation);
    }

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal, CancellationToken cancellation)
    {
        var words = new GraphCommand(terminal, cancellation);
        var command = new Command("graph", "Draws the graph of a room: forks and merges, gaps, rejected events, forward extremities; events in a row are folded.");
        words._words.AddTo(command);
        foreach (Option option in (Option[])[words._format, words._output, words._from, words._to, words._around, words._depth, words._nodes, words._quiet])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => (int)words.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        string? output = parsed.GetValue(_output) is "-" ? null : parsed.GetValue(_output);
        string format = parsed.GetValue(_format) ?? FormatOf(output);
        if (Problem(parsed, format) is { } problem)
        {
            _terminal.Problem(problem);
            return ExitCode.Usage;
        }

        if (_opener.Open(parsed, parsed.GetValue(_quiet), out RoomReading? reading, out ExitCode exit) is not { } room)
        {
            return exit;
        }

        RoomGraph graph = room.Graph();
        if (!TryChoose(parsed, room, graph, out GraphWindow? window))
        {
            return ExitCode.Usage;
        }

        DrawingOptions options = (format == "mermaid" ? DrawingOptions.Mermaid : DrawingOptions.Default) with { Window = window };
        if (parsed.GetValue(_nodes) is { } nodes)
        {
            int arrows = nodes * ArrowsForANode;
            options = options with { MaxNodes = nodes, MaxEdges = format == "mermaid" ? Math.Min(arrows, MaxMermaidArrows) : arrows };
        }

        GraphDrawing drawing = GraphDrawing.Of(graph, options);
        string text = format switch
        {
            "svg" => SvgWriter.Write(drawing),
            "dot" => DotWriter.Write(drawing),
            _ => MermaidWriter.Write(drawing),
        };
        if (!Write(text, output))
        {
            return ExitCode.Unreadable;
        }

        if (reading!.Broken > 0 || !reading.HasAllEvents)
        {
            _terminal.Problem(reading.HasAllEvents
                ? $"{reading.Broken} event(s) of the room can't be read and aren't drawn."
                : "not all events could be read; those that are lost aren't drawn.");
            return ExitCode.Undetermined;
        }

        return ExitCode.Valid;
    }

    private static string FormatOf(string? file) => Path.GetExtension(file ?? "").ToLowerInvariant() switch
    {
        ".dot" or ".gv" => "dot",
        ".mmd" or ".mermaid" => "mermaid",
        _ => "svg",
    };

    private string? Problem(ParseResult parsed, string format)
    {
        if (!Formats.Contains(format))
        {
            return $"--format is {string.Join(", ", Formats)}, not \"{Findings.Quoting.Safe(format)}\".";
        }

        if (parsed.GetValue(_output) is "")
        {
            return "--output takes a file.";
        }

        if (parsed.GetValue(_around) is not null && (parsed.GetValue(_from) is not null || parsed.GetValue(_to) is not null))
        {
            return "--around can't be used with --from or --to.";
        }

        if (parsed.GetValue(_depth) is < 0)
        {
            return "--depth takes a number of steps from 0.";
        }

        return parsed.GetValue(_nodes) is < 1 or > MostNodes ? $"--nodes takes a number from 1 to {MostNodes}." : null;
    }

    private bool TryChoose(ParseResult parsed, RoomInspection room, RoomGraph graph, out GraphWindow? window)
    {
        window = null;
        if (!TryFind(parsed, _around, room, out int around) || !TryFind(parsed, _from, room, out int from) || !TryFind(parsed, _to, room, out int to))
        {
            return false;
        }

        int? steps = parsed.GetValue(_depth);
        window = (around, from, to, steps) switch
        {
            ( >= 0, _, _, _) => GraphWindow.Around(graph, around, steps ?? StepsAround),
            (_, < 0, < 0, null) => null,
            (_, < 0, < 0, { } newest) => GraphWindow.Newest(graph, newest),
            _ => GraphWindow.Between(graph, from, to, steps ?? int.MaxValue),
        };
        return true;
    }

    private bool TryFind(ParseResult parsed, Option<string?> option, RoomInspection room, out int index)
    {
        int? found = parsed.GetValue(option) is { } id ? _opener.Find(room, option.Name, id) : -1;
        index = found ?? -1;
        return found is not null;
    }

    private bool Write(string text, string? output)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            if (output is null)
            {
                _terminal.Out.Write(bytes);
                _terminal.Out.Flush();
            }
            else
            {
                File.WriteAllBytes(output, bytes);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _terminal.Problem($"the drawing can't be written: {e.Message.ReplaceLineEndings(" ")}");
            return false;
        }
    }
}
