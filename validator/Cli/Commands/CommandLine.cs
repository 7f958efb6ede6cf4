using System.CommandLine;
using Conformance.Cli.Console;

namespace Conformance.Cli.Commands;

/// <summary>The words of the command line.</summary>
internal static class CommandLine
{
    /// <summary>The command with all it can do.</summary>
    public static RootCommand Build(Terminal terminal, CancellationToken cancellation)
    {
        _ = terminal;
        _ = cancellation;
        return new RootCommand("Checks whether another server could import a chat server's data.");
    }
}
