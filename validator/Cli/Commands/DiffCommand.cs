using System.CommandLine;
using Conformance.Cli.Console;
using Conformance.Comparison;
using Conformance.Pipeline;
using Conformance.Reports;
using Conformance.Reports.Comparison;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary><c>validate diff A B</c>: what the second archive lost, changed or invented against the first.</summary>
internal sealed class DiffCommand
{
    private readonly Terminal _terminal;
    private readonly CancellationToken _cancellation;
    private readonly Argument<string> _first = new("A") { Description = "The archive that was exported or imported: what should be there. A file or a directory." };
    private readonly Argument<string> _second = new("B") { Description = "The archive to compare with it: what is there." };
    private readonly Option<string[]> _report = CommandOutput.Option();
    private readonly Option<string[]> _limit = LimitWords.Option();
    private readonly Option<string> _color = ColorChoice.Option();
    private readonly Option<bool> _unsigned = new("--unsigned") { Description = "Count events that differ in unsigned alone, which servers may rewrite." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say no more than the first line; no progress." };
    private readonly Option<int> _list = new("--list")
    {
        Description = "Differences of one kind that the text shows; JSON has as many as the limit findings allows, or more if more are asked for here.",
        HelpName = "N",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<int?> _jobs = new("--jobs", "-j") { Description = "Threads that read. Default: one for each processor.", HelpName = "N" };

    private DiffCommand(Terminal terminal, CancellationToken cancellation)
    {
        _terminal = terminal;
        _cancellation = cancellation;
    }

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal, CancellationToken cancellation)
    {
        var words = new DiffCommand(terminal, cancellation);
        var command = new Command("diff", "Compares what two archives mean: what B lost, changed or invented against A. Exit 0: nothing, 1: something, 4: not all could be compared.");
        command.Arguments.Add(words._first);
        command.Arguments.Add(words._second);
        foreach (Option option in (Option[])[words._unsigned, words._list, words._report, words._limit, words._jobs, words._quiet, words._color])
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

        if (CommandOutput.ReadAll(parsed.GetValue(_report) ?? [], out string? problem) is not { } outputs
            || LimitWords.Read(parsed.GetValue(_limit) ?? [], out problem) is not { } limits)
        {
            return Usage(problem!);
        }

        int shown = parsed.GetValue(_list);
        if (shown is < 1 or > 1_000_000)
        {
            return Usage("--list takes a number of differences from 1 to 1000000.");
        }

        if (parsed.GetValue(_jobs) is < 1 or > 256)
        {
            return Usage("--jobs takes a number of threads from 1 to 256.");
        }

        string first = parsed.GetValue(_first)!;
        string second = parsed.GetValue(_second)!;
        if (first == Validator.StandardInput || second == Validator.StandardInput)
        {
            return Usage("diff reads each archive more than once, so standard input won't do; save it to a file and give its path.");
        }

        bool quiet = parsed.GetValue(_quiet);
        var progress = new RunProgress();
        var comparison = new ComparisonOptions
        {
            Containers = limits.ForContainer(),
            Limits = limits.ForMspf(),
            Listed = (int)Math.Max(shown, limits["findings"]),
            ComparesUnsigned = parsed.GetValue(_unsigned),
            Jobs = parsed.GetValue(_jobs) ?? Math.Clamp(Environment.ProcessorCount, 1, 64),
            Progress = progress,
        };
        ArchiveDifferences? differences;
        using (ProgressLine.Start(_terminal, progress, quiet))
        {
            differences = ArchiveComparison.Run(first, second, RoomReader.ThirdPartyCheck, comparison, out problem, _cancellation);
        }

        if (differences is null)
        {
            _terminal.Problem(problem!);
            return ExitCode.Unreadable;
        }

        var options = new ReportOptions { Width = _terminal.Width, Color = color, Quiet = quiet, ToolVersion = ToolVersion.Text };
        bool isWritten = CommandOutput.Write(outputs, (output, stream, form) => Write(output, stream, form, first, second, differences, shown), options, _terminal);
        return !isWritten ? ExitCode.Unreadable
            : differences.Count > 0 ? ExitCode.Invalid
            : differences.NotCompared.Length > 0 ? ExitCode.Undetermined
            : ExitCode.Valid;
    }

    private static void Write(CommandOutput output, Stream stream, ReportOptions form, string first, string second, ArchiveDifferences differences, int shown)
    {
        if (output.IsJson)
        {
            ComparisonJsonWriter.Write(first, second, differences, form.ToolVersion, stream);
        }
        else
        {
            ComparisonTextWriter.Write(first, second, differences, stream, form, shown);
        }
    }

    private ExitCode Usage(string problem)
    {
        _terminal.Problem(problem);
        return ExitCode.Usage;
    }
}
