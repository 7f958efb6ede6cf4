using System.Runtime.InteropServices;

namespace Conformance.Cli.Console;

/// <summary>
/// Turns Ctrl-C and a request to terminate into a cancellation. A second one, or a run that doesn't notice in time since it waits
/// for a pipe, ends the process.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption()
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        ];
    }

    /// <summary>Cancelled when the user wants to stop.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
        {
            return; // The second time, the system's own way: the process ends.
        }

        context.Cancel = true;

        // First, so that it ends a run too whose cancelling gets stuck.
        var watchdog = new Timer(static _ => System.Environment.Exit((int)ExitCode.Interrupted));
        watchdog.Change(Grace, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }
}
