namespace Conformance.Signatures.Keys;

/// <summary>Gathers keys from several places. What was added first is trusted most.</summary>
internal sealed class KeyRingBuilder
{
    private readonly Dictionary<(string Server, string KeyId), ServerKey> _keys = [];
    private readonly List<KeyProblem> _problems = [];

    /// <summary>Keys that were told twice, and differently.</summary>
    public IReadOnlyList<KeyProblem> Problems => _problems;

    /// <summary>
    /// Adds a key. The same key told again has the later <c>valid_until_ts</c>, and is expired if either says so; another key under an
    /// ID that is taken is a problem, and isn't used.
    /// </summary>
    /// <returns>False when another key has its ID.</returns>
    public bool Add(ServerKey key)
    {
        if (_keys.TryAdd((key.Server, key.KeyId), key))
        {
            return true;
        }

        ServerKey known = _keys[(key.Server, key.KeyId)];
        if (!known.Key.Bytes.SequenceEqual(key.Key.Bytes))
        {
            _problems.Add(new KeyProblem(KeyProblemKind.AnotherKeyUnderThisId, key.Source.File, "", $"{key.KeyId} of {key.Server}"));
            return false;
        }

        _keys[(key.Server, key.KeyId)] = known with
        {
            ValidUntil = known.ValidUntil is null || key.ValidUntil is null ? null : Math.Max(known.ValidUntil.Value, key.ValidUntil.Value),
            Expired = known.Expired is null || key.Expired is null ? known.Expired ?? key.Expired : Math.Min(known.Expired.Value, key.Expired.Value),
        };
        return true;
    }

    /// <summary>Adds what a file holds.</summary>
    public void Add(KeyFile file)
    {
        foreach (ServerKey key in file.Keys)
        {
            Add(key);
        }
    }

    /// <summary>Makes the ring.</summary>
    public KeyRing Build() => new(_keys.Values);
}
