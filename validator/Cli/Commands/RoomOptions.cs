using System.CommandLine;
using Conformance.Policy;

namespace Conformance.Cli.Commands;

/// <summary>The words that commands about one room share.</summary>
internal sealed class RoomOptions
{
    public Argument<string> Input { get; } = new("INPUT")
    {
        Description = "The archive, in any form that validate takes; - is standard input.",
    };

    public Option<string?> Room { get; } = new("--room")
    {
        Description = "The room: its ID, an alias, or how its ID begins. Not needed when there is only one. Put it in single quotes: shells read ! in their own way.",
        HelpName = "ROOM",
    };

    public Option<string[]> Limit { get; } = new("--limit")
    {
        Description = $"A limit, repeatable: {string.Join(", ", Limits.Definitions.Select(limit => limit.Name))}.",
        HelpName = "NAME=VALUE",
    };

    public Option<int?> Jobs { get; } = new("--jobs", "-j")
    {
        Description = "Threads that read. Default: one for each processor.",
        HelpName = "N",
    };

    /// <summary>Adds all of it to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Input);
        foreach (Option option in (Option[])[Room, Limit, Jobs])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The values of <c>--limit</c>, or what is wrong with one.</summary>
    public Limits? ReadLimits(ParseResult parsed, out string? problem)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        problem = null;
        foreach (string word in parsed.GetValue(Limit) ?? [])
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
