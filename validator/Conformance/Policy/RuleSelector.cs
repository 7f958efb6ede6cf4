using System.Collections.Immutable;
using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>Finds the rules that a user names: by id, by name, or all of an area by its three letters.</summary>
internal static class RuleSelector
{
    /// <summary>The rules; empty when the text names none.</summary>
    public static ImmutableArray<Rule> Select(RuleCatalogue catalogue, string text)
    {
        if (catalogue.Find(text.ToUpperInvariant()) is { } byId)
        {
            return [byId];
        }

        return IsArea(text)
            ? [.. catalogue.Rules.Where(rule => rule.Area.Equals(text, StringComparison.OrdinalIgnoreCase))]
            : [.. catalogue.Rules.Where(rule => rule.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Take(1)];
    }

    /// <summary>Whether the text has the form of an area rather than of a rule.</summary>
    public static bool IsArea(string text) => text.Length == 3;

    /// <summary>What to say of a text that names no rule.</summary>
    public static string Unknown(RuleCatalogue catalogue, string text)
    {
        string suggestion = Suggestion.For(text, catalogue.Rules.SelectMany(rule => (string[])[rule.Id, rule.Name]));
        return $"there is no rule \"{Quoting.Safe(text)}\"{(suggestion.Length > 0 ? suggestion : "; \"validate rules\" lists them")}";
    }
}
