namespace Conformance.Cli.Console;

/// <summary>
/// A line on standard error that is written over and over while something takes long, and wiped at the end. Silent for the first second; who makes one
/// sees to it that standard error is a terminal.
/// </summary>
internal sealed class StatusLine : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Terminal _terminal;
    private readonly Func<TimeSpan, string> _render;
    private readonly long _started;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private int _shown;
    private bool _ended;

    /// <summary>Begins to show the line.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="render">Makes the line, given the time since the beginning.</param>
    public StatusLine(Terminal terminal, Func<TimeSpan, string> render)
    {
        _terminal = terminal;
        _render = render;
        _started = terminal.Clock.GetTimestamp();
        _timer = terminal.Clock.CreateTimer(_ => Show(), null, Quiet, Interval);
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
                Write("\r" + new string(' ', _shown) + "\r");
            }
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (!_ended)
            {
                string line = _render(_terminal.Clock.GetElapsedTime(_started));
                Write("\r" + line.PadRight(_shown));
                _shown = line.Length;
            }
        }
    }

    private void Write(string text)
    {
        _terminal.Error.Write(text);
        _terminal.Error.Flush();
    }
}
