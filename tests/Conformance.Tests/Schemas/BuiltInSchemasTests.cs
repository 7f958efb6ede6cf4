using Conformance.Schemas;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas;

/// <summary>The schemas that are built into the assembly.</summary>
public sealed class BuiltInSchemasTests
{
    public static TheoryData<string> Paths => [.. SchemaFiles()];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Get_EverySchemaOfTheRepository_CompilesAndMeetsTheMetaSchema(string path)
    {
        CompiledSchema schema = BuiltInSchemas.Get(path);

        schema.Uri.ShouldBe(BuiltInSchemas.BaseUri + path);
        string json = File.ReadAllText(Path.Combine(Repository.Root, "schemas", path));
        BuiltInSchemas.Get("json-schema/draft2020-12/schema.json").Evaluate(Json(json))
            .Select(v => $"{v.EvaluationPath}: {v.Expected}, not {v.Actual}").ShouldBeEmpty();
    }

    [Fact]
    public void Get_SamePath_GivesTheSameSchema() =>
        BuiltInSchemas.Get("json-schema/draft2020-12/schema.json").ShouldBeSameAs(BuiltInSchemas.Get("json-schema/draft2020-12/schema.json"));

    [Fact]
    public void Get_UnknownPath_Throws() => Should.Throw<InvalidOperationException>(() => BuiltInSchemas.Get("none.json")).Message.ShouldContain("none.json");

    /// <summary>Files that say they are schemas; the catalogue and other data say nothing.</summary>
    private static IEnumerable<string> SchemaFiles()
    {
        string root = Path.Combine(Repository.Root, "schemas");
        return Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("\"$schema\": \"https://json-schema.org/", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }
}
