namespace Conformance.Documents;

/// <summary>
/// 128 bits that stand for some bytes in a table. A type of our own, since code that uses the 128-bit numbers of the framework can't be compiled ahead.
/// </summary>
/// <param name="high">The upper half.</param>
/// <param name="low">The lower half.</param>
internal readonly struct Digest(ulong high, ulong low) : IEquatable<Digest>
{
    /// <summary>The upper half.</summary>
    public ulong High { get; } = high;

    /// <summary>The lower half.</summary>
    public ulong Low { get; } = low;

    /// <summary>Whether all bits are 0.</summary>
    public bool IsZero => (High | Low) == 0;

    public static bool operator ==(Digest a, Digest b) => a.Equals(b);

    public static bool operator !=(Digest a, Digest b) => !a.Equals(b);

    /// <inheritdoc />
    public bool Equals(Digest other) => High == other.High && Low == other.Low;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Digest other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (int)Low ^ (int)(Low >> 32);
}
