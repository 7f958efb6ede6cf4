namespace Conformance.Suites.Peer.Identity;

/// <summary>A peer's own clock, which a scenario can put wrong.</summary>
/// <param name="time">The clock of the machine.</param>
internal sealed class PeerClock(TimeProvider time)
{
    /// <summary>How far the peer's clock is ahead.</summary>
    public TimeSpan Offset { get; set; }

    /// <summary>The time by this clock.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + Offset;

    /// <summary>The same in milliseconds since 1970, as events have it.</summary>
    public long Milliseconds => Now.ToUnixTimeMilliseconds();
}
