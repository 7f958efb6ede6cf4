using Conformance.Catalogue;
using Conformance.Cli.Console;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Generator.Mutations.Inputs;
using Conformance.Generator.Mutations.Output;
using Conformance.Policy;
using Conformance.Profiles.Federation;
using Conformance.Signatures.Keys;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary>The input of <c>mutate</c>, opened, with what it takes to check it.</summary>
internal sealed class MutateInput : IDisposable
{
    private MutateInput(string path, IMutationInput mutable, ValidationOptions options, FederationRequest? federation)
    {
        Path = path;
        Mutable = mutable;
        Options = options;
        Federation = federation;
    }

    public string Path { get; }

    public IMutationInput Mutable { get; }

    /// <summary>How outputs are checked: in profile <c>spec</c>, without configuration.</summary>
    public ValidationOptions Options { get; }

    /// <summary>What the user says of an answer; null of an archive.</summary>
    public FederationRequest? Federation { get; }

    /// <summary>Opens an input.</summary>
    /// <exception cref="ArgumentException">The words don't go together; the message says what to do.</exception>
    /// <exception cref="InvalidDataException">It can't be read.</exception>
    /// <exception cref="IOException">Reading failed.</exception>
    public static MutateInput Open(Terminal terminal, MutateWords words)
    {
        string path = System.IO.Path.GetFullPath(words.Input ?? throw new ArgumentException("name a valid archive or answer: validate mutate archive.tar.gz -o FOLDER."), terminal.WorkingDirectory);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new InvalidDataException("there is no such file or folder");
        }

        FederationEndpoint? endpoint = words.Endpoint is null ? null
            : FederationEndpoints.Find(words.Endpoint) ?? throw new ArgumentException($"--endpoint: there is no endpoint \"{Quoting.Safe(words.Endpoint)}\"; validate federation --help lists them.");
        RoomVersion? version = words.RoomVersion is null ? null
            : RoomVersions.Find(words.RoomVersion) ?? throw new ArgumentException($"--room-version: \"{Quoting.Safe(words.RoomVersion)}\" is no room version that is known here.");
        (SecretKeys secret, TrustedKeys keys) = ReadKeys(terminal, words, path);
        var options = new ValidationOptions
        {
            Policy = ValidationPolicy.Of(Profile.Find(Profile.DefaultName)!, RuleCatalogue.Default, terminal.Clock),
            Keys = keys,
            Jobs = Math.Clamp(Environment.ProcessorCount, 1, 64),
        };
        if (endpoint is null && !FederationRun.IsCapture(path))
        {
            return new MutateInput(path, new ArchiveInput(ArchiveSource.Open(path), FormOf(words.Form), secret), options, null);
        }

        if (words.Form is not null)
        {
            throw new ArgumentException("--form is for archives.");
        }

        if (new FileInfo(path).Length > ResponseInput.MostBytes)
        {
            throw new InvalidDataException($"an answer of more than {ResponseInput.MostBytes >> 20} MiB isn't mutated, since it is held in memory");
        }

        Generator.Events.RoomVersion? made = version is null ? null : Generator.Events.RoomVersion.Of(version.Id);
        return new MutateInput(
            path, new ResponseInput(File.ReadAllBytes(path), endpoint?.Name, made, secret), options, new FederationRequest { Endpoint = endpoint, Version = version });
    }

    public void Dispose() => Mutable.Dispose();

    private static ArchiveForm? FormOf(string? form) => form switch
    {
        null => null,
        "directory" => ArchiveForm.Directory,
        "tar" => ArchiveForm.Tar,
        "tar.gz" => ArchiveForm.TarGz,
        "zip" => ArchiveForm.Zip,
        _ => throw new ArgumentException("--form takes directory, tar, tar.gz or zip."),
    };

    private static (SecretKeys Secret, TrustedKeys Public) ReadKeys(Terminal terminal, MutateWords words, string input)
    {
        var secret = new SecretKeys();
        TrustedKeys keys = TrustedKeys.None;
        string bare = System.IO.Path.TrimEndingDirectorySeparator(input);
        IEnumerable<string> files = words.Keys.Length > 0
            ? words.Keys.Select(file => System.IO.Path.GetFullPath(file, terminal.WorkingDirectory))
            : new[] { bare + ".truth.json", bare + ".keys.json" }.Where(File.Exists);
        foreach (string file in files)
        {
            byte[] content = File.Exists(file) ? File.ReadAllBytes(file) : throw new ArgumentException($"--keys: {Quoting.Safe(file)}: there is no such file.");
            if (!secret.TryAddFile(content))
            {
                keys = keys.With(content, System.IO.Path.GetFileName(file), out string? refused) ?? throw new ArgumentException($"--keys: {refused}");
            }
        }

        byte[] derived = secret.PublicKeys();
        return (secret, derived.Length == 0 ? keys : keys.With(derived, "the public halves of --keys", out _) ?? keys);
    }
}
