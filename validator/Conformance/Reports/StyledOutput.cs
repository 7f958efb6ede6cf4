using Spectre.Console;

namespace Conformance.Reports;

/// <summary>Text in colours. Apart from <see cref="ConsoleSheet"/>, so that what writes plain text doesn't load the library for colours.</summary>
internal sealed class StyledOutput
{
    private static readonly Style[] Styles =
    [
        Style.Plain,
        new(decoration: Decoration.Bold),
        new(decoration: Decoration.Dim),
        new(Color.Green, decoration: Decoration.Bold),
        new(Color.Red, decoration: Decoration.Bold),
        new(Color.Yellow, decoration: Decoration.Bold),
        new(Color.Blue, decoration: Decoration.Bold),
    ];

    private readonly IAnsiConsole _console;

    public StyledOutput(TextWriter output)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });

        // Lines are broken before they come here; Spectre is not to break them again.
        _console.Profile.Width = int.MaxValue / 4;
        _console.Profile.Capabilities.Links = false;
    }

    /// <summary>Writes printable text.</summary>
    public void Write(string text, Tone tone) => _console.Write(new Text(text, Styles[(int)tone]));

    /// <summary>The columns that text takes on a terminal.</summary>
    public static int Width(string text) => text.GetCellWidth();
}
