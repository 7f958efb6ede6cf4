using System.Collections.Immutable;
using System.CommandLine;
using Conformance.Cli.Console;

namespace Conformance.Cli.Commands;

/// <summary>The words of the command line.</summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration NoResponseFiles = new()
    {
        // A word that begins with @ is a user ID, and no file to read words from.
        ResponseFileTokenReplacer = null,
    };

    /// <summary>The commands by their names, so that a call that names none of them need not make them.</summary>
    internal static ImmutableArray<NamedCommand> Commands { get; } =
    [
        new("federation", FederationCommand.Build),
        new("explain", static (terminal, _) => RuleCommands.Explain(terminal)),
        new("rules", static (terminal, _) => RuleCommands.Rules(terminal)),
        new("state", StateCommand.Build),
        new("graph", GraphCommand.Build),
        new("diff", DiffCommand.Build),
        new("generate", GenerateCommand.Build),
        new("mutate", MutateCommand.Build),
        new("rule-pages", static (_, _) => RuleCommands.Pages()),
    ];

    /// <summary>Reads the words of a call.</summary>
    public static ParseResult Parse(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        if (!MayNeedCommands(args))
        {
            ParseResult parsed = Root(terminal, cancellation).Parse(args, NoResponseFiles);
            if (parsed.Errors.Count == 0)
            {
                return parsed;
            }
        }

        return Build(terminal, cancellation).Parse(args, NoResponseFiles);
    }

    /// <summary>Whether a call names a command. A file of such a name counts, too.</summary>
    public static bool NamesCommand(string[] args)
    {
        foreach (string word in args)
        {
            foreach (NamedCommand command in Commands)
            {
                if (word == command.Name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The command with all it can do.</summary>
    public static RootCommand Build(Terminal terminal, CancellationToken cancellation)
    {
        RootCommand root = Root(terminal, cancellation);
        foreach (NamedCommand command in Commands)
        {
            root.Subcommands.Add(command.Build(terminal, cancellation));
        }

        return root;
    }

    /// <summary>The command that checks inputs, without any other.</summary>
    private static RootCommand Root(Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Tells whether another server could import a chat server's data: what is wrong, where, why, and what to do.");
        foreach (VersionOption version in root.Options.OfType<VersionOption>())
        {
            version.Description = "Show the version; with --verbose, which libraries of the system are used, too.";
        }

        var words = new ValidateOptions();
        words.AddTo(root);
        root.SetAction(parsed => (int)new ValidateCommand(terminal, words, cancellation).Run(parsed));
        return root;
    }

    /// <summary>Whether a call names a command, or may ask what commands there are: for help, by short options that may be several in a word, or by a directive.</summary>
    private static bool MayNeedCommands(string[] args) => NamesCommand(args)
        || Array.Exists(args, static word =>
            word is "/?" or "/h" or ['[', ..] or ['-', not '-', ..] || word.StartsWith("--h", StringComparison.OrdinalIgnoreCase));

    /// <summary>A command that isn't made yet.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Build">Makes it.</param>
    internal sealed record NamedCommand(string Name, Func<Terminal, CancellationToken, Command> Build);
}
