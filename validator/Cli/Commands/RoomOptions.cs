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

    public Option<string[]> Limit { get; } = LimitWords.Option();

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
    public Limits? ReadLimits(ParseResult parsed, out string? problem) => LimitWords.Read(parsed.GetValue(Limit) ?? [], out problem);
}
