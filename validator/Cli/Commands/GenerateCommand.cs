using System.CommandLine;
using Conformance.Cli.Console;

namespace Conformance.Cli.Commands;

/// <summary><c>validate generate</c>: makes rooms, archives and responses from a seed. Only when it runs is the generator's assembly loaded.</summary>
internal sealed class GenerateCommand
{
    private readonly Option<string?> _preset = new("--preset", "-p") { Description = "A recipe by its name; --list tells them.", HelpName = "NAME" };
    private readonly Option<string?> _recipe = new("--recipe") { Description = "A recipe of your own: a JSON file (schemas/generate/recipe.schema.json). Options from --servers on change a recipe or preset, or stand for one.", HelpName = "FILE" };
    private readonly Option<bool> _list = new("--list") { Description = "List the presets." };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "What to write: .tar.gz, .tgz, .tar, .zip, or a folder; for other forms than archive a file, - is standard output.",
        HelpName = "PATH",
    };

    private readonly Option<ulong> _seed = new("--seed") { Description = "Another seed makes other people, texts and order. Default: 1.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _scale = new("--scale") { Description = "All counts smaller or larger: 1/100, 3.", HelpName = "N[/D]" };
    private readonly Option<string> _form = new("--form")
    {
        Description = "archive, lines, state, state-ids, send-join, send-join-partial, send-join-msc2775. Default: archive.",
        HelpName = "FORM",
        DefaultValueFactory = _ => "archive",
    };

    private readonly Option<int?> _room = new("--room") { Description = "The room of a form other than archive: its number in the archive's truth file, from 0. Default: 0; of lines: all.", HelpName = "NUMBER" };
    private readonly Option<long?> _fileSize = new("--file-size") { Description = "Bytes of events after which an archive's next file begins. Default: 8 MiB.", HelpName = "BYTES" };
    private readonly Option<string?> _keys = new("--keys") { Description = "Where all servers' public keys go, as --keys takes them. Default: OUTPUT.keys.json.", HelpName = "FILE" };
    private readonly Option<string?> _truth = new("--truth") { Description = "Where it goes what is in the data. Default: OUTPUT.truth.json.", HelpName = "FILE" };
    private readonly Option<int?> _jobs = new("--jobs", "-j") { Description = "How many threads sign. Default: one for each core.", HelpName = "N" };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing; no progress." };

    private readonly RecipeOptions _members = new();
    private readonly Terminal _terminal;
    private readonly CancellationToken _cancellation;

    private GenerateCommand(Terminal terminal, CancellationToken cancellation)
    {
        _terminal = terminal;
        _cancellation = cancellation;
    }

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal, CancellationToken cancellation)
    {
        var words = new GenerateCommand(terminal, cancellation);
        var command = new Command("generate", "Makes rooms, archives and responses from a seed: valid, signed by many servers, the same bytes on every machine.");
        foreach (Option option in (Option[])
            [
                words._preset, words._recipe, words._list, words._output, words._seed, words._scale, words._form, words._room,
                words._fileSize, words._keys, words._truth, words._jobs, words._quiet,
            ])
        {
            command.Options.Add(option);
        }

        words._members.AddTo(command);

        command.SetAction(parsed => (int)words.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed) => new GenerateRun(_terminal, _cancellation).Run(new GenerateWords
    {
        Preset = parsed.GetValue(_preset),
        Recipe = parsed.GetValue(_recipe),
        List = parsed.GetValue(_list),
        Output = parsed.GetValue(_output),
        Seed = parsed.GetValue(_seed),
        Scale = parsed.GetValue(_scale),
        Members = _members.Read(parsed),
        Form = parsed.GetValue(_form)!,
        Room = parsed.GetValue(_room),
        FileSize = parsed.GetValue(_fileSize),
        Keys = parsed.GetValue(_keys),
        Truth = parsed.GetValue(_truth),
        Jobs = parsed.GetValue(_jobs),
        Quiet = parsed.GetValue(_quiet),
    });
}
