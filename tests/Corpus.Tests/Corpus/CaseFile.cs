using System.Text.Json;
using Conformance.Tests.Support;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>A case as it lies on disk: what anybody's validator sees.</summary>
internal sealed record CaseFile(string Id, string Folder, JsonElement Json)
{
    private static readonly Lazy<IReadOnlyList<CaseFile>> Read = new(ReadAll);

    public static string Fixtures { get; } = Path.Combine(Repository.Root, "fixtures");

    public static IReadOnlyList<CaseFile> All => Read.Value;

    public string Input => Path.Combine(Folder, Text("input"));

    public string Verdict => Text("verdict");

    public bool IsHostile => Json.TryGetProperty("hostile", out _);

    public string[] Needs => Texts("needs");

    public string[] Options => Texts("options");

    public string[] Allowed => Texts("allowed");

    public string[] Requirements => Texts("requirements");

    public string[] NearTwinOf => Texts("nearTwinOf");

    public IEnumerable<JsonElement> Required => Json.GetProperty("required").EnumerateArray();

    public IEnumerable<string> RequiredRules => Required.Select(r => r.GetProperty("rule").GetString()!);

    public static CaseFile Of(string id) => All.Single(c => c.Id == id);

    private string Text(string name) => Json.GetProperty(name).GetString()!;

    private string[] Texts(string name) =>
        Json.TryGetProperty(name, out JsonElement array) ? [.. array.EnumerateArray().Select(e => e.GetString()!)] : [];

    private static CaseFile[] ReadAll() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Fixtures, "corpus"), "case.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file =>
            {
                JsonElement json = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
                return new CaseFile(json.GetProperty("id").GetString()!, Path.GetDirectoryName(file)!, json);
            }),
    ];
}
