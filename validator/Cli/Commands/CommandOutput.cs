using System.CommandLine;
using Conformance.Cli.Console;
using Conformance.Reports;

namespace Conformance.Cli.Commands;

/// <summary>One output of a command that writes text or JSON: a value of <c>--report</c>.</summary>
/// <param name="IsJson">Whether JSON is written, and not text.</param>
/// <param name="File">The file; null for standard output.</param>
internal sealed record CommandOutput(bool IsJson, string? File)
{
    private const string Json = "json";
    private const string Text = "text";

    /// <summary>The option, for commands that write text or JSON.</summary>
    public static Option<string[]> Option() => new("--report", "-r")
    {
        Description = "FORMAT[=FILE], repeatable: text, json. Without FILE it takes the place of the text on standard output.",
        HelpName = "FORMAT[=FILE]",
    };

    /// <summary>Reads all values of <c>--report</c>. When none goes to standard output, the text does.</summary>
    /// <returns>The outputs, or null and what is wrong.</returns>
    public static List<CommandOutput>? ReadAll(string[] values, out string? problem)
    {
        var outputs = new List<CommandOutput>();
        foreach (string value in values)
        {
            int at = value.IndexOf('=', StringComparison.Ordinal);
            string format = at < 0 ? value : value[..at];
            string? file = at < 0 || value[(at + 1)..] == "-" ? null : value[(at + 1)..];
            if (format is not (Json or Text) || file is "")
            {
                problem = file is "" ? $"the file is missing: write {format}=FILE, or {format} alone for standard output." : $"--report is {Text} or {Json} here, not \"{Findings.Quoting.Safe(format)}\".";
                return null;
            }

            outputs.Add(new CommandOutput(format == Json, file));
        }

        problem = outputs.Count(output => output.File is null) > 1 ? "only one format can go to standard output: give the others a file (json=FILE)." : null;
        if (outputs.TrueForAll(output => output.File is not null))
        {
            outputs.Insert(0, new CommandOutput(false, null));
        }

        return problem is null ? outputs : null;
    }

    /// <summary>Writes to all outputs.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="write">Writes one of them, with the options that fit it.</param>
    /// <param name="options">How text is written to the terminal.</param>
    /// <param name="terminal">Where standard output is.</param>
    /// <returns>False when one can't be written, which was said.</returns>
    public static bool Write(List<CommandOutput> outputs, Action<CommandOutput, Stream, ReportOptions> write, ReportOptions options, Terminal terminal)
    {
        bool isWritten = true;
        foreach (CommandOutput output in outputs)
        {
            try
            {
                if (output.File is null)
                {
                    write(output, terminal.Out, options);
                    terminal.Out.Flush();
                }
                else
                {
                    using FileStream file = System.IO.File.Create(output.File);
                    write(output, file, options with { Color = false, Width = new ReportOptions().Width });
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                terminal.Problem($"the {(output.IsJson ? Json : Text)} report can't be written: {e.Message.ReplaceLineEndings(" ")}");
                isWritten = false;
            }
        }

        return isWritten;
    }
}
