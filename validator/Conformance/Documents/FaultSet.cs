namespace Conformance.Documents;

/// <summary>A set of fault kinds, as cheap to ask as a number.</summary>
public readonly record struct FaultSet
{
    private readonly ulong _low;
    private readonly ulong _high;

    private FaultSet(ulong low, ulong high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>Whether the set holds nothing.</summary>
    public bool IsEmpty => (_low | _high) == 0;

    /// <summary>Whether the set holds a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(FaultKind kind) => (int)kind < 64 ? (_low >> (int)kind & 1) != 0 : (_high >> ((int)kind - 64) & 1) != 0;

    /// <summary>Whether two sets share a kind.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>True when they do.</returns>
    public bool Overlaps(FaultSet other) => ((_low & other._low) | (_high & other._high)) != 0;

    /// <summary>The set with one kind more.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The larger set.</returns>
    public FaultSet With(FaultKind kind) =>
        (int)kind < 64 ? new FaultSet(_low | 1UL << (int)kind, _high) : new FaultSet(_low, _high | 1UL << ((int)kind - 64));

    /// <summary>A set of the kinds given.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <returns>The set.</returns>
    public static FaultSet Of(params ReadOnlySpan<FaultKind> kinds)
    {
        FaultSet set = default;
        foreach (FaultKind kind in kinds)
        {
            set = set.With(kind);
        }

        return set;
    }
}
