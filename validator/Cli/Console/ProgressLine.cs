using System.Globalization;
using Conformance.Pipeline;

namespace Conformance.Cli.Console;

/// <summary>Shows on standard error how far a long run has come: share, rate, time left, member. Nothing unless standard error is a terminal.</summary>
internal static class ProgressLine
{
    /// <summary>Starts to show progress where that is wanted.</summary>
    /// <returns>What ends it; null when nothing is shown.</returns>
    public static StatusLine? Start(Terminal terminal, RunProgress progress, bool quiet) =>
        terminal.ErrorIsTerminal && !quiet ? new StatusLine(terminal, elapsed => Render(progress, elapsed, terminal.Width)) : null;

    /// <summary>The line for a moment of a run.</summary>
    public static string Render(RunProgress progress, TimeSpan elapsed, int width)
    {
        long position = progress.Position;
        double seconds = Math.Max(elapsed.TotalSeconds, 0.001);
        double rate = position / seconds;
        string share = "";
        string left = "";
        if (progress.Length is long length and > 0)
        {
            double part = Math.Clamp((double)position / length, 0, 1);
            share = string.Create(CultureInfo.InvariantCulture, $"{part * 100,3:0} %  ");
            if (part is > 0.01 and < 1)
            {
                left = $"{Duration(TimeSpan.FromSeconds(seconds * (1 - part) / part))} left  ";
            }
        }

        string line = string.Create(
            CultureInfo.InvariantCulture, $"{share}{position / 1e6:0.0} MB read, {rate / 1e6:0.0} MB/s  {left}{progress.Items:#,0} items  {progress.Member}");
        return line.Length < width ? line : line[..Math.Max(0, width - 1)];
    }

    private static string Duration(TimeSpan time) => time.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min");
}
