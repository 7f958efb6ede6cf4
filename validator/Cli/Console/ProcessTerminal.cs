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
            Error = System.Console.Error,
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
