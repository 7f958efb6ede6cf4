using System.CommandLine;
using Conformance.Cli.Console;

namespace Conformance.Cli.Commands;

/// <summary>The words of the command line.</summary>
internal static class CommandLine
{
    /// <summary>The command with all it can do.</summary>
    public static RootCommand Build(Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Tells whether another server could import a chat server's data: what is wrong, where, why, and what to do.");
        foreach (VersionOption version in root.Options.OfType<VersionOption>())
        {
            version.Description = "Show the version; with --verbose, which libraries of the system are used, too.";
        }

        var words = new ValidateOptions();
        words.AddTo(root);
        root.SetAction(parsed => (int)new ValidateCommand(terminal, words, cancellation).Run(parsed));
        root.Subcommands.Add(FederationCommand.Build(terminal, cancellation));
        root.Subcommands.Add(RuleCommands.Explain(terminal));
        root.Subcommands.Add(RuleCommands.Rules(terminal));
        root.Subcommands.Add(StateCommand.Build(terminal, cancellation));
        root.Subcommands.Add(GraphCommand.Build(terminal, cancellation));
        root.Subcommands.Add(GenerateCommand.Build(terminal, cancellation));
        root.Subcommands.Add(MutateCommand.Build(terminal, cancellation));
        root.Subcommands.Add(RuleCommands.Pages());
        return root;
    }
}
