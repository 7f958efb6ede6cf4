using System.Text;

namespace Conformance.Cli.Console;

/// <summary>The console of the process as a <see cref="Terminal"/>.</summary>
internal static class ProcessTerminal
{
    private const int WidthWhenPiped = 100;

    /// <summary>Takes hold of the process's streams.</summary>
    public static Terminal Open()
    {
        bool outIsTerminal = !System.Console.IsOutputRedirected;
        return new Terminal
        {
            Out = System.Console.OpenStandardOutput(),

            // Console.Error would load the terminal's data base first, which a short run pays for and doesn't need.
            Error = new StreamWriter(System.Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
            In = System.Console.OpenStandardInput,
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = !System.Console.IsErrorRedirected,
            Width = outIsTerminal ? Math.Clamp(WindowWidth(), 40, 200) : WidthWhenPiped,
            Environment = System.Environment.GetEnvironmentVariable,
            WorkingDirectory = Directory.GetCurrentDirectory(),
        };
    }

    private static int WindowWidth()
    {
        try
        {
            return System.Console.WindowWidth;
        }
        catch (IOException)
        {
            return WidthWhenPiped;
        }
    }
}
