namespace Conformance.Documents.Cutting;

/// <summary>
/// The names met so far in one large map, to notice one that stands twice. Keeps a keyed 128-bit hash of each, so names of any
/// length cost the same, and stops at a bound.
/// </summary>
/// <param name="limit">The most names that are remembered.</param>
internal sealed class CutNames(int limit)
{
    private readonly HashSet<Digest> _hashes = [];

    /// <summary>Whether names came that were no longer compared.</summary>
    public bool Full { get; private set; }

    /// <summary>Takes the next name.</summary>
    /// <param name="name">The decoded name.</param>
    /// <returns>False when it was met before.</returns>
    public bool Add(ReadOnlySpan<byte> name)
    {
        Digest hash = NameHash.OfProcess.Compute(name);
        if (_hashes.Count < limit)
        {
            return _hashes.Add(hash);
        }

        if (_hashes.Contains(hash))
        {
            return false;
        }

        Full = true;
        return true;
    }
}
