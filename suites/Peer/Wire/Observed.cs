namespace Conformance.Suites.Peer.Wire;

/// <summary>Things that were seen, in order, and waits for those that are still to come. Any number of threads.</summary>
/// <typeparam name="T">What is seen.</typeparam>
/// <param name="what">What it is, for messages.</param>
internal sealed class Observed<T>(string what)
{
    private readonly Lock _lock = new();
    private readonly List<T> _items = [];
    private readonly List<(Func<T, bool> Matches, TaskCompletionSource<T> Found)> _waiting = [];

    /// <summary>All that was seen up to now.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _items];
            }
        }
    }

    /// <summary>How many things were seen; where a later wait starts from.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _items.Count;
            }
        }
    }

    /// <summary>Notes something, and ends the waits for it.</summary>
    public void Add(T item)
    {
        List<TaskCompletionSource<T>> found = [];
        lock (_lock)
        {
            _items.Add(item);
            for (int i = _waiting.Count - 1; i >= 0; i--)
            {
                if (_waiting[i].Matches(item))
                {
                    found.Add(_waiting[i].Found);
                    _waiting.RemoveAt(i);
                }
            }
        }

        foreach (TaskCompletionSource<T> source in found)
        {
            source.TrySetResult(item);
        }
    }

    /// <summary>Waits for something to be seen, unless it was seen before.</summary>
    /// <param name="matches">Tells it.</param>
    /// <param name="bound">How long at most.</param>
    /// <param name="awaited">What is waited for, for the message when it doesn't come.</param>
    /// <param name="from">How many of the first things don't count.</param>
    /// <returns>The first that matches.</returns>
    /// <exception cref="TimeoutException">It didn't come.</exception>
    public async Task<T> WaitAsync(Func<T, bool> matches, TimeSpan bound, string awaited, int from = 0)
    {
        TaskCompletionSource<T> source;
        lock (_lock)
        {
            for (int i = from; i < _items.Count; i++)
            {
                if (matches(_items[i]))
                {
                    return _items[i];
                }
            }

            source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((matches, source));
        }

        try
        {
            return await source.Task.WaitAsync(bound);
        }
        catch (TimeoutException)
        {
            lock (_lock)
            {
                _waiting.RemoveAll(wait => ReferenceEquals(wait.Found, source));
                string seen = string.Join("\n  ", _items.Skip(Math.Max(from, _items.Count - 40)).Select(item => item?.ToString()));
                throw new TimeoutException($"{awaited} didn't come within {bound.TotalSeconds:0.#} s. The last {what} seen:\n  {seen}");
            }
        }
    }
}
