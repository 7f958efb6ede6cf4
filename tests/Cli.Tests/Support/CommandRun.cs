using System.Text;
using Conformance.Cli.Console;

namespace Conformance.Cli.Tests.Support;

/// <summary>One call of the command inside the test process, with everything it wrote.</summary>
internal sealed record CommandRun(ExitCode Exit, byte[] OutBytes, string Error)
{
    /// <summary>Standard output as text.</summary>
    public string Out => Encoding.UTF8.GetString(OutBytes);

    /// <summary>Calls the command.</summary>
    public static CommandRun Of(params string[] args) => With(new Setting(), args);

    /// <summary>Calls the command in a setting.</summary>
    public static CommandRun With(Setting setting, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            In = () => new MemoryStream(setting.Input),
            OutIsTerminal = setting.Terminal,
            ErrorIsTerminal = setting.Terminal,
            Width = setting.Width,
            Environment = name => setting.Environment.GetValueOrDefault(name),
            WorkingDirectory = setting.WorkingDirectory,
        };
        ExitCode exit = Application.Run(args, terminal, setting.Cancellation);
        return new CommandRun(exit, output.ToArray(), error.ToString());
    }

    /// <summary>What surrounds a call.</summary>
    internal sealed record Setting
    {
        public byte[] Input { get; init; } = [];

        public bool Terminal { get; init; }

        public int Width { get; init; } = 100;

        public Dictionary<string, string> Environment { get; init; } = [];

        public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

        public CancellationToken Cancellation { get; init; }
    }
}
