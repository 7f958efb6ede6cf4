using System.Collections.Frozen;

namespace Conformance.Schemas.Evaluating;

/// <summary>What <c>x-rule</c> of one schema object says.</summary>
internal sealed class RuleMap(string? all, FrozenDictionary<string, string> byKeyword)
{
    /// <summary>The rule for a keyword; entries by name count for the schema's own instance only.</summary>
    public string? Find(string keyword, bool sameInstance) =>
        sameInstance && byKeyword.TryGetValue(keyword, out string? rule) ? rule : all;
}
