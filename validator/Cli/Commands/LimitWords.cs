using System.CommandLine;
using Conformance.Policy;

namespace Conformance.Cli.Commands;

/// <summary>The option <c>--limit</c> of commands that take no configuration.</summary>
internal static class LimitWords
{
    /// <summary>The option.</summary>
    public static Option<string[]> Option() => new("--limit")
    {
        Description = $"A limit, repeatable: {string.Join(", ", Limits.Definitions.Select(limit => limit.Name))}.",
        HelpName = "NAME=VALUE",
    };

    /// <summary>Reads the values, or says what is wrong with one.</summary>
    public static Limits? Read(string[] words, out string? problem)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        problem = null;
        foreach (string word in words)
        {
            int at = word.IndexOf('=', StringComparison.Ordinal);
            LimitDefinition? definition = Limits.Find(at < 0 ? word : word[..at]);
            problem = definition is null ? Limits.Unknown(at < 0 ? word : word[..at])
                : at < 0 ? $"--limit takes {definition.Name}=VALUE"
                : Limits.TryParse(definition, word[(at + 1)..], out long value) ?? Keep(definition.Name, value);
            if (problem is not null)
            {
                return null;
            }
        }

        return Limits.Of(values);

        string? Keep(string name, long value)
        {
            values[name] = value;
            return null;
        }
    }
}
