using System.Globalization;
using Conformance.Cli.Console;
using Conformance.Generator.Rooms.Output;

namespace Conformance.Cli.Commands;

/// <summary>Shows on standard error how many events were made. Nothing unless standard error is a terminal.</summary>
internal static class CountLine
{
    /// <summary>Starts to show progress where that is wanted.</summary>
    /// <returns>What ends it; null when nothing is shown.</returns>
    public static StatusLine? Start(Terminal terminal, GenerateProgress progress, bool quiet) =>
        terminal.ErrorIsTerminal && !quiet ? new StatusLine(terminal, elapsed => Render(progress, elapsed)) : null;

    /// <summary>The line for a moment.</summary>
    public static string Render(GenerateProgress progress, TimeSpan elapsed)
    {
        double share = progress.Total == 0 ? 0 : Math.Min(1, (double)progress.Events / progress.Total);
        double rate = progress.Events / Math.Max(elapsed.TotalSeconds, 0.001);
        return string.Create(CultureInfo.InvariantCulture, $"{share * 100,3:0} %  {progress.Events:#,0} events, {rate:#,0}/s");
    }
}
