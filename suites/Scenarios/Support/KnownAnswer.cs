using System.Text.Json;
using Conformance.Suites.Harness.Targets;

namespace Conformance.Suites.Scenarios.Support;

/// <summary>Something that a target is known to answer wrong wherever it is asked: a line of <c>known-answers.json</c> beside its list of divergences.</summary>
/// <param name="Rule">The rule that the answer breaks.</param>
/// <param name="Endpoint">The endpoint, by the name that <c>validate federation</c> has for it.</param>
/// <param name="Evidence">A capture that shows it, as a path.</param>
internal sealed record KnownAnswer(string Rule, string Endpoint, string Evidence)
{
    private const string FileName = "known-answers.json";

    /// <summary>All that are known of a target.</summary>
    public static IReadOnlyList<KnownAnswer> Of(TargetDefinition target) =>
        target.DivergencesFile is { } divergences ? Read(Path.Combine(target.Folder, Path.GetDirectoryName(divergences) ?? "", FileName)) : [];

    /// <summary>Reads a list; none where there is no file.</summary>
    public static IReadOnlyList<KnownAnswer> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using JsonDocument list = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. list.RootElement.GetProperty("answers").EnumerateArray().Select(answer => new KnownAnswer(
                answer.GetProperty("rule").GetString()!,
                answer.GetProperty("endpoint").GetString()!,
                Path.Combine(Path.GetDirectoryName(path)!, answer.GetProperty("evidence").GetString()!))),
        ];
    }
}
