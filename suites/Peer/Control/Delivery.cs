namespace Conformance.Suites.Peer.Control;

/// <summary>How the bytes of an answer go out.</summary>
internal sealed record Delivery
{
    /// <summary>At once and whole.</summary>
    public static Delivery Plain { get; } = new();

    /// <summary>Bytes a second; null for as fast as the line is.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>After how many bytes the connection is cut; null for not at all.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The length that the header claims; null for none, and the body ends with the last chunk.</summary>
    public long? ClaimedLength { get; init; }

    /// <summary>Sends the answer again and again, up to so many bytes: an answer without an end that any receiver would wait for.</summary>
    public long RepeatUpTo { get; init; }
}
