namespace Conformance.Documents.Cutting;

/// <summary>
/// The names met so far in one large map, to notice one that stands twice. Keeps a keyed 128-bit hash of each, so names of any
/// length cost the same, and stops at a bound.
/// </summary>
internal sealed class CutNames
{
    /// <summary>Names that are remembered; the memory for them is about 40 bytes each.</summary>
    public const int Limit = 1 << 20;

    private readonly HashSet<UInt128> _hashes = [];

    /// <summary>Whether names came that were no longer compared.</summary>
    public bool Full { get; private set; }

    /// <summary>Takes the next name.</summary>
    /// <param name="name">The decoded name.</param>
    /// <returns>False when it was met before.</returns>
    public bool Add(ReadOnlySpan<byte> name)
    {
        UInt128 hash = NameHash.OfProcess.Compute(name);
        if (_hashes.Count < Limit)
        {
            return _hashes.Add(hash);
        }

        Full = true;
        return !_hashes.Contains(hash);
    }
}
