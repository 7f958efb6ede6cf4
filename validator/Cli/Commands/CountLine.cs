using System.Globalization;
using Conformance.Cli.Console;
using Conformance.Generator.Rooms.Output;

namespace Conformance.Cli.Commands;

/// <summary>Shows on standard error how many events were made. Silent for the first second, and unless standard error is a terminal.</summary>
internal sealed class CountLine : IDisposable
{
    private readonly Terminal _terminal;
    private readonly GenerateProgress _progress;
    private readonly long _started;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private int _shown;
    private bool _ended;

    private CountLine(Terminal terminal, GenerateProgress progress)
    {
        _terminal = terminal;
        _progress = progress;
        _started = terminal.Clock.GetTimestamp();
        _timer = terminal.Clock.CreateTimer(_ => Show(), null, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(250));
    }

    /// <summary>Starts to show progress where that is wanted.</summary>
    /// <returns>What ends it; null when nothing is shown.</returns>
    public static CountLine? Start(Terminal terminal, GenerateProgress progress, bool quiet) =>
        terminal.ErrorIsTerminal && !quiet ? new CountLine(terminal, progress) : null;

    /// <summary>The line for a moment.</summary>
    public static string Render(GenerateProgress progress, TimeSpan elapsed)
    {
        double share = progress.Total == 0 ? 0 : Math.Min(1, (double)progress.Events / progress.Total);
        double rate = progress.Events / Math.Max(elapsed.TotalSeconds, 0.001);
        return string.Create(CultureInfo.InvariantCulture, $"{share * 100,3:0} %  {progress.Events:#,0} events, {rate:#,0}/s");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _ended = true;
            if (_shown > 0)
            {
                _terminal.Error.Write('\r' + new string(' ', _shown) + '\r');
                _terminal.Error.Flush();
            }
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (!_ended)
            {
                string line = Render(_progress, _terminal.Clock.GetElapsedTime(_started));
                _terminal.Error.Write('\r' + line.PadRight(_shown));
                _terminal.Error.Flush();
                _shown = line.Length;
            }
        }
    }
}
