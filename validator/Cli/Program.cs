using Conformance.Cli.Console;

namespace Conformance.Cli;

/// <summary>The process: hands the real console to the application and its answer to the system.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        using var interruption = new Interruption();
        Terminal terminal = ProcessTerminal.Open();
        int exit = (int)Application.Run(args, terminal, interruption.Token);
        terminal.Out.Flush();
        return exit;
    }
}
