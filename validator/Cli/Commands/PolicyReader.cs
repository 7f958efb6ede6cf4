using System.Collections.Immutable;
using System.CommandLine;
using Conformance.Catalogue;
using Conformance.Cli.Console;
using Conformance.Policy;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary>Makes the policy of a run from options, configuration file and baseline.</summary>
internal sealed class PolicyReader(Terminal terminal, ValidateOptions words)
{
    /// <summary>A device or a pipe without end must not fill the memory.</summary>
    private const long LargestFile = 256L << 20;

    /// <summary>Reads them.</summary>
    /// <returns>The policy, or all that is wrong.</returns>
    public Parsed<ValidationPolicy> Read(ParseResult parsed, string[] inputs)
    {
        Configuration? configuration = null;
        string? file = parsed.GetValue(words.Config) ?? Nearby(inputs);
        if (file is not null)
        {
            if (!TryReadFile("--config", file, out byte[] content, out ConfigurationProblem? problem))
            {
                return Parsed<ValidationPolicy>.Failed(problem!);
            }

            Parsed<Configuration> read = Configuration.Read(file, content, RuleCatalogue.Default);
            if (!read.TryGetValue(out configuration))
            {
                return Parsed<ValidationPolicy>.Failed(read.Problems.AsSpan());
            }
        }

        Baseline? baseline = null;
        string? earlier = parsed.GetValue(words.Baseline) ?? Beside(file, configuration?.Baseline);
        if (earlier is not null)
        {
            if (!TryReadFile("--baseline", earlier, out byte[] content, out ConfigurationProblem? problem))
            {
                return Parsed<ValidationPolicy>.Failed(problem!);
            }

            Parsed<Baseline> read = Baseline.Read(earlier, content);
            if (!read.TryGetValue(out baseline))
            {
                return Parsed<ValidationPolicy>.Failed(read.Problems.AsSpan());
            }
        }

        var request = new PolicyRequest
        {
            Profile = parsed.GetValue(words.Profile),
            Rules = ImmutableArray.Create(parsed.GetValue(words.Rule) ?? []),
            Limits = ImmutableArray.Create(parsed.GetValue(words.Limit) ?? []),
            FailOn = parsed.GetValue(words.FailOn),
            Configuration = configuration,
            Baseline = baseline,
        };
        return PolicyBuilder.Build(request, RuleCatalogue.Default, terminal.Clock);
    }

    /// <summary>The usual configuration file: beside the first input, or else in the working directory.</summary>
    private string? Nearby(string[] inputs)
    {
        IEnumerable<string?> folders =
        [
            inputs[0] == Validator.StandardInput ? null : Path.GetDirectoryName(Path.GetFullPath(inputs[0])),
            terminal.WorkingDirectory,
        ];
        return folders
            .OfType<string>()
            .Select(folder => Path.Combine(folder, Configuration.FileName))
            .FirstOrDefault(File.Exists);
    }

    private static string? Beside(string? configurationFile, string? relative) => configurationFile is null || relative is null
        ? null
        : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(configurationFile))!, relative);

    internal static bool TryReadFile(string option, string file, out byte[] content, out ConfigurationProblem? problem)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            using var copy = new MemoryStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.Read(buffer); read > 0 && copy.Length <= LargestFile; read = stream.Read(buffer))
            {
                copy.Write(buffer, 0, read);
            }

            bool fits = copy.Length <= LargestFile;
            content = fits ? copy.ToArray() : [];
            problem = fits ? null : new ConfigurationProblem(option, null, $"{file} is larger than {LargestFile >> 20} MiB, the most that is read");
            return fits;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            content = [];
            problem = new ConfigurationProblem(option, null, $"{file} can't be read: {e.Message.ReplaceLineEndings(" ")}");
            return false;
        }
    }
}
