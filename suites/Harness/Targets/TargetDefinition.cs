using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Suites.Harness.Targets;

/// <summary>A homeserver that suites run against, as its file under <c>suites/targets</c> describes it (<c>schemas/suites/target.schema.json</c>).</summary>
public sealed record TargetDefinition
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The schema that the file follows; for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The short name: that of the file.</summary>
    public required string Name { get; init; }

    /// <summary>What reports call it.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is taken when nobody chooses.</summary>
    public bool Default { get; init; }

    /// <summary>The image to start; null for a server that runs already.</summary>
    public TargetImage? Image { get; init; }

    /// <summary>The server that runs already; null for an image.</summary>
    public TargetServer? Server { get; init; }

    /// <summary>Variables of the container's environment, beside <c>SERVER_NAME</c>.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What can be done with it beyond the specification.</summary>
    public TargetCapabilities Capabilities { get; init; } = new();

    /// <summary>The file with the known divergences, relative to this file; null for none.</summary>
    [JsonPropertyName("divergences")]
    public string? DivergencesFile { get; init; }

    /// <summary>The folder of the file.</summary>
    [JsonIgnore]
    public string Folder { get; private init; } = "";

    /// <summary>The known divergences.</summary>
    [JsonIgnore]
    public ImmutableArray<KnownDivergence> Divergences { get; private init; } = [];

    /// <summary>Reads a target's file and that of its divergences.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="HarnessException">A file is missing or doesn't follow the schema.</exception>
    public static TargetDefinition Read(string path)
    {
        TargetDefinition target = Read<TargetDefinition>(path);
        if (target.Name != Path.GetFileNameWithoutExtension(path))
        {
            throw new HarnessException($"{path}: its name is \"{target.Name}\"; the file's name says otherwise.");
        }

        if (target.Image is null == target.Server is null)
        {
            throw new HarnessException($"{path}: a target has either an image or a server.");
        }

        if (target.Image is { } image && image.Name is null == image.Directory is null)
        {
            throw new HarnessException($"{path}: an image has either a name or a directory to build it from.");
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return target with
        {
            Folder = folder,
            Divergences = target.DivergencesFile is { } file ? Read<DivergenceFile>(Path.Combine(folder, file)).Divergences : [],
        };
    }

    private static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Reading) ?? throw new HarnessException($"{path} is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new HarnessException($"{path}: {e.Message}", e);
        }
    }
}
