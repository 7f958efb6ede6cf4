using Conformance.Cli.Console;
using Conformance.Reports;
using Conformance.Reports.Rooms;
using Conformance.Rooms.Inspection;

namespace Conformance.Cli.Commands;

/// <summary>One output of <c>validate state</c>: a value of <c>--report</c>.</summary>
/// <param name="IsJson">Whether JSON is written, and not text.</param>
/// <param name="File">The file; null for standard output.</param>
internal sealed record StateOutput(bool IsJson, string? File)
{
    private const string Json = "json";
    private const string Text = "text";

    /// <summary>Reads all values of <c>--report</c>. When none goes to standard output, the text does.</summary>
    /// <returns>The outputs, or null and what is wrong.</returns>
    public static List<StateOutput>? ReadAll(string[] values, out string? problem)
    {
        var outputs = new List<StateOutput>();
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

            outputs.Add(new StateOutput(format == Json, file));
        }

        problem = outputs.Count(output => output.File is null) > 1 ? "only one format can go to standard output: give the others a file (json=state.json)." : null;
        if (outputs.TrueForAll(output => output.File is not null))
        {
            outputs.Insert(0, new StateOutput(false, null));
        }

        return problem is null ? outputs : null;
    }

    /// <summary>Writes an answer to all outputs.</summary>
    /// <returns>False when one can't be written, which was said.</returns>
    public static bool Write(List<StateOutput> outputs, StateAnswer answer, ReportOptions options, bool all, Terminal terminal)
    {
        bool isWritten = true;
        foreach (StateOutput output in outputs)
        {
            try
            {
                if (output.File is null)
                {
                    output.Write(answer, terminal.Out, options, all);
                    terminal.Out.Flush();
                }
                else
                {
                    using FileStream file = System.IO.File.Create(output.File);
                    output.Write(answer, file, options with { Color = false, Width = new ReportOptions().Width }, all);
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

    private void Write(StateAnswer answer, Stream stream, ReportOptions options, bool all)
    {
        if (IsJson)
        {
            StateJsonWriter.Write(answer, stream);
        }
        else
        {
            StateTextWriter.Write(answer, stream, options, all);
        }
    }
}
