using System.CommandLine;
using Conformance.Cli.Console;

namespace Conformance.Cli.Commands;

/// <summary>The option <c>--color</c>.</summary>
internal static class ColorChoice
{
    /// <summary>The option.</summary>
    public static Option<string> Option() => new("--color")
    {
        Description = "auto (default: on a terminal, unless NO_COLOR is set), always, never.",
        HelpName = "WHEN",
        DefaultValueFactory = static _ => "auto",
    };

    /// <summary>Whether to use colours; null when the value is none of the option's.</summary>
    public static bool? Read(string? value, Terminal terminal) => value switch
    {
        "auto" => terminal.OutIsTerminal && string.IsNullOrEmpty(terminal.Environment("NO_COLOR")) && terminal.Environment("TERM") != "dumb",
        "always" => true,
        "never" => false,
        _ => null,
    };

    /// <summary>What to say of any other value.</summary>
    public static string Problem(string? value) => $"--color is auto, always or never, not \"{value}\".";
}
