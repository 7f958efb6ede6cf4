namespace Conformance.Suites.Peer.Control;

/// <summary>Holds answers back until it is released. Any number of threads.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _hit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _held;

    /// <summary>Whether it was released.</summary>
    public bool IsOpen => _open.Task.IsCompleted;

    /// <summary>How many requests came to it.</summary>
    public int Hits => Volatile.Read(ref _held);

    /// <summary>Lets all held answers go, and later ones pass.</summary>
    public void Release() => _open.TrySetResult();

    /// <summary>Waits for the first request to come to it.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public async Task WaitHitAsync(TimeSpan bound)
    {
        try
        {
            await _hit.Task.WaitAsync(bound);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No request came to the gate within {bound.TotalSeconds:0.#} s.");
        }
    }

    /// <summary>Waits here until it is released.</summary>
    internal Task PassAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _held);
        _hit.TrySetResult();
        return _open.Task.WaitAsync(cancellation);
    }
}
