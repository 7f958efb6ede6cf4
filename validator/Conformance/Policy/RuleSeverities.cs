using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>A severity for each rule of a catalogue. Written while a policy is built, and then no more.</summary>
internal sealed class RuleSeverities : IReadOnlyDictionary<string, Severity>
{
    private readonly string[] _ids;
    private readonly Severity[] _severities;

    /// <summary>The severities that a profile gives.</summary>
    public RuleSeverities(RuleCatalogue catalogue, Profile profile)
    {
        _ids = new string[catalogue.Rules.Length];
        _severities = new Severity[_ids.Length];
        for (int i = 0; i < _ids.Length; i++)
        {
            Rule rule = catalogue.Rules[i]; // In the order of their ids.
            (_ids[i], _severities[i]) = (rule.Id, profile.SeverityOf(rule));
        }
    }

    /// <inheritdoc />
    public int Count => _ids.Length;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _ids;

    /// <inheritdoc />
    public IEnumerable<Severity> Values => _severities;

    /// <summary>The severity of a rule.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue has no such rule.</exception>
    public Severity this[string key]
    {
        get => TryGetValue(key, out Severity severity) ? severity : throw new KeyNotFoundException($"There is no rule {key}.");
        set => _severities[Find(key)] = value;
    }

    /// <inheritdoc />
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Severity value)
    {
        int at = Find(key);
        value = at < 0 ? Severity.Off : _severities[at];
        return at >= 0;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, Severity>> GetEnumerator()
    {
        for (int i = 0; i < _ids.Length; i++)
        {
            yield return new(_ids[i], _severities[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(string id) => Array.BinarySearch(_ids, id, StringComparer.Ordinal);
}
