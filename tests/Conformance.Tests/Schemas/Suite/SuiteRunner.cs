using System.Text;
using System.Text.Json;
using Conformance.Documents;
using Conformance.Schemas;
using Conformance.Tests.Support;

namespace Conformance.Tests.Schemas.Suite;

/// <summary>Runs files of the public JSON-Schema-Test-Suite, each instance in both encodings where CBOR can carry it.</summary>
internal static class SuiteRunner
{
    private const string Folder = "json-schema-test-suite/tests/draft2020-12";
    private const string Remotes = "json-schema-test-suite/remotes";

    public static string Root => SharedData.PathOrSkip(Folder);

    /// <summary>The suite's files under a folder, relative to the draft's.</summary>
    public static IEnumerable<string> Files(string under, bool recursive) =>
        Directory.EnumerateFiles(Path.Combine(Root, under), "*.json", recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static IEnumerable<SuiteCase> Run(string file, DocumentEncoding encoding, SchemaOptions options)
    {
        using JsonDocument suite = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, file)));
        int number = 0;
        foreach (JsonElement group in suite.RootElement.EnumerateArray())
        {
            var registry = new SchemaRegistry(options);
            AddRemotes(registry);
            string uri = $"test:/{file}/{number++}";
            registry.Add(uri, Encoding.UTF8.GetBytes(group.GetProperty("schema").GetRawText()));
            SchemaCompilation compilation = registry.Compile(uri);
            string groupName = group.GetProperty("description").GetString()!;
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                string name = $"{file} | {groupName} | {test.GetProperty("description").GetString()}";
                bool expected = test.GetProperty("valid").GetBoolean();
                JsonElement data = test.GetProperty("data");
                byte[]? bytes = encoding == DocumentEncoding.Json ? Encoding.UTF8.GetBytes(data.GetRawText()) : CborConversion.TryConvert(data);
                if (bytes is not null)
                {
                    yield return new SuiteCase(name, encoding, expected, Judge(compilation, bytes, encoding));
                }
            }
        }
    }

    private static string Judge(SchemaCompilation compilation, byte[] bytes, DocumentEncoding encoding)
    {
        if (compilation.Schema is not { } schema)
        {
            return string.Join("; ", compilation.Errors.Select(error => $"{error.Location}: {error.Problem}"));
        }

        Document document = DocumentReader.Read(bytes, encoding);
        bool valid = schema.IsValid(document.Root);
        var violations = new List<SchemaViolation>();
        SchemaOutcome outcome = schema.Evaluate(document.Root, new Collector(violations));

        // The quick answer and the full report must agree, and the report must say why.
        bool agree = valid == (outcome.Verdict == SchemaVerdict.Valid) && valid == (violations.Count == 0) && outcome.Violations == violations.Count;
        return agree ? outcome.Verdict.ToString() : $"IsValid {valid}, Evaluate {outcome}";
    }

    private static void AddRemotes(SchemaRegistry registry)
    {
        string root = SharedData.PathOrSkip(Remotes);
        foreach (string file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories))
        {
            registry.Add("http://localhost:1234/" + Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllBytes(file));
        }
    }

    private sealed class Collector(List<SchemaViolation> violations) : ISchemaViolationHandler
    {
        public void OnViolation(SchemaViolation violation) => violations.Add(violation);
    }
}
