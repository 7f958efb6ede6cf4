namespace Conformance.Comparison;

/// <summary>All facts of an archive, at about 50 bytes each.</summary>
/// <param name="limit">The most facts that are remembered.</param>
internal sealed class FactTable(long limit)
{
    private readonly Dictionary<FactKey, FactValue> _facts = [];

    /// <summary>Whether there were more facts than are remembered.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The facts.</summary>
    public IReadOnlyDictionary<FactKey, FactValue> Facts => _facts;

    /// <summary>Enters a fact. Of one that is told twice the first counts, as for the copies of an event.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(FactKey key, FactValue value)
    {
        if (_facts.Count < limit)
        {
            return _facts.TryAdd(key, value);
        }

        IsCut |= !_facts.ContainsKey(key);
        return false;
    }

    /// <summary>Finds what a fact says.</summary>
    public FactValue? Find(FactKey key) => _facts.TryGetValue(key, out FactValue value) ? value : null;
}
