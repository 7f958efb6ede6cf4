namespace Conformance.Suites.Harness.Targets;

/// <summary>Finds the targets that suites run against.</summary>
public static class TargetCatalog
{
    /// <summary>The environment variable that chooses: names of files under <c>suites/targets</c> or paths of other files, separated by commas.</summary>
    public const string Variable = "CONFORMANCE_TARGET";

    /// <summary>The targets that are chosen, or those that are taken when nobody chooses.</summary>
    /// <param name="folder">The folder with the target files.</param>
    /// <param name="chosen">The value of <see cref="Variable"/>.</param>
    /// <exception cref="HarnessException">A file is missing or doesn't follow the schema.</exception>
    public static IReadOnlyList<TargetDefinition> Choose(string folder, string? chosen)
    {
        if (string.IsNullOrWhiteSpace(chosen))
        {
            return [.. All(folder).Where(target => target.Default)];
        }

        return [.. chosen.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => TargetDefinition.Read(PathOf(folder, word)))];
    }

    /// <summary>All target files of a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<TargetDefinition> All(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(TargetDefinition.Read)];

    private static string PathOf(string folder, string word)
    {
        string listed = Path.Combine(folder, word + ".json");
        if (File.Exists(listed) || File.Exists(word))
        {
            return File.Exists(listed) ? listed : word;
        }

        IEnumerable<string> names = Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);
        throw new HarnessException($"{Variable}: there is no target \"{word}\"; there are {string.Join(", ", names)}, and paths of files.");
    }
}
