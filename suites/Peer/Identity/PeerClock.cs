namespace Conformance.Suites.Peer.Identity;

/// <summary>A peer's own clock, which a scenario can put wrong.</summary>
/// <param name="time">The clock of the machine.</param>
internal sealed class PeerClock(TimeProvider time)
{
    private readonly System.Runtime.CompilerServices.StrongBox<long> _last = new();

    /// <summary>How far the peer's clock is ahead.</summary>
    public TimeSpan Offset { get; set; }

    /// <summary>The time by this clock.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + Offset;

    /// <summary>The time in milliseconds, never the same twice: two rooms of version 12 that are founded alike at the same time would be one.</summary>
    public long Milliseconds
    {
        get
        {
            lock (_last)
            {
                long now = Now.ToUnixTimeMilliseconds();
                long ahead = _last.Value - now;
                return _last.Value = ahead is >= 0 and < 1000 ? _last.Value + 1 : now;
            }
        }
    }
}
