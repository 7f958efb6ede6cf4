using System.Globalization;
using System.Text;
using Conformance.Cli.Console;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;

namespace Conformance.Cli.Commands;

/// <summary>One run of <c>generate</c>: everything that needs the generator.</summary>
internal sealed class GenerateRun(Terminal terminal, CancellationToken cancellation)
{
    /// <summary>Generates what was asked for.</summary>
    public ExitCode Run(GenerateWords words)
    {
        if (words.List)
        {
            foreach ((string name, string meaning, _) in Presets.All)
            {
                Say($"{name,-16} {meaning}");
            }

            return ExitCode.Valid;
        }

        try
        {
            GenerateOptions options = Options(words);
            long started = terminal.Clock.GetTimestamp();
            GenerateResult result;
            using (CountLine.Start(terminal, options.Progress, words.Quiet))
            {
                result = Write(words, options);
            }

            if (!words.Quiet && words.Output != "-")
            {
                double seconds = terminal.Clock.GetElapsedTime(started).TotalSeconds;
                Say(string.Create(CultureInfo.InvariantCulture, $"{words.Output}: {result.Events:#,0} events in {result.Rooms:#,0} rooms, {result.Bytes / 1e6:0.0} MB of events, {seconds:0.0} s"));
                SayWhere("keys", options.KeysFile);
                SayWhere("truth", options.TruthFile);
            }

            return ExitCode.Valid;
        }
        catch (ArgumentException problem)
        {
            terminal.Problem(problem.Message);
            return ExitCode.Usage;
        }
    }

    private GenerateResult Write(GenerateWords words, GenerateOptions options)
    {
        ResponseForm? form = words.Form switch
        {
            "archive" => null,
            "lines" => ResponseForm.Lines,
            "state" => ResponseForm.State,
            "state-ids" => ResponseForm.StateIds,
            "send-join" => ResponseForm.SendJoin,
            "send-join-partial" => ResponseForm.SendJoinPartial,
            "send-join-msc2775" => ResponseForm.SendJoinMsc2775,
            _ => throw new ArgumentException("--form takes archive, lines, state, state-ids, send-join, send-join-partial or send-join-msc2775."),
        };
        if (form is not { } response)
        {
            return words.Output != "-" ? ArchiveOutput.Write(options) : throw new ArgumentException("an archive can't go to standard output: name a file or a folder.");
        }

        var writer = new ResponseOutput(options, response, words.Room);
        if (words.Output == "-")
        {
            return writer.Write(terminal.Out);
        }

        using var file = new BufferedStream(File.Create(options.Output), 1 << 16);
        return writer.Write(file);
    }

    private GenerateOptions Options(GenerateWords words)
    {
        string output = words.Output ?? throw new ArgumentException("generate needs --output PATH.");
        ArchiveRecipe recipe = (words.Preset, words.Recipe) switch
        {
            ({ } preset, null) => Presets.Find(preset) ?? throw new ArgumentException($"there is no preset \"{Findings.Quoting.Safe(preset)}\"; --list tells them."),
            (null, { } file) => RecipeReader.Read(File.ReadAllBytes(Path.GetFullPath(file, terminal.WorkingDirectory))),
            (null, null) when words.Members.Count > 0 => new ArchiveRecipe { Rooms = [new RoomRecipe()] },
            (null, null) => throw new ArgumentException("generate needs --preset NAME, --recipe FILE or options that say what to make, such as --members 20 --messages 500."),
            _ => throw new ArgumentException("generate takes one of --preset and --recipe."),
        };
        if (words.Scale is { } scale)
        {
            (long numerator, long denominator) = ReadScale(scale);
            recipe = recipe.Scaled(numerator, denominator);
        }

        foreach ((string member, string option, string value) in words.Members)
        {
            recipe = RecipeReader.With(recipe, member, value, option);
        }

        string path = Path.GetFullPath(output, terminal.WorkingDirectory);
        string bare = output == "-" ? "" : Path.TrimEndingDirectorySeparator(path);
        return new GenerateOptions
        {
            Recipe = recipe,
            Origin = words.Preset ?? (words.Recipe is null ? "options" : "recipe"),
            Seed = words.Seed,
            Output = path,
            KeysFile = Beside(words.Keys, bare, ".keys.json"),
            TruthFile = Beside(words.Truth, bare, ".truth.json"),
            FileSize = words.FileSize is { } size ? size is >= 1000 and <= 1 << 30 ? size : throw new ArgumentException("--file-size takes 1000 to 1073741824.") : 8 << 20,
            Workers = words.Jobs is { } jobs ? jobs is >= 1 and <= 256 ? jobs : throw new ArgumentException("--jobs takes 1 to 256.") : Environment.ProcessorCount,
            Cancellation = cancellation,
        };
    }

    private string? Beside(string? named, string bare, string ending) =>
        named is not null ? Path.GetFullPath(named, terminal.WorkingDirectory) : bare.Length == 0 ? null : bare + ending;

    private static (long Numerator, long Denominator) ReadScale(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length <= 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long numerator)
            && long.TryParse(parts.Length == 2 ? parts[1] : "1", NumberStyles.None, CultureInfo.InvariantCulture, out long denominator)
            && numerator is > 0 and <= 1_000_000 && denominator is > 0 and <= 1_000_000
            ? (numerator, denominator)
            : throw new ArgumentException("--scale takes a number or a fraction such as 1/100.");
    }

    private void SayWhere(string what, string? path)
    {
        if (path is not null)
        {
            Say($"{what}: {Path.GetRelativePath(terminal.WorkingDirectory, path)}");
        }
    }

    private void Say(string line) => terminal.Out.Write(Encoding.UTF8.GetBytes(line + "\n"));
}
