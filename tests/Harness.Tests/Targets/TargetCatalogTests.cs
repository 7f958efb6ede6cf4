using Conformance.Suites.Harness.Targets;
using Conformance.Suites.Harness.Tests.Support;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Targets;

public sealed class TargetCatalogTests : IDisposable
{
    private static readonly string Listed = Path.Combine(Repository.Root, "suites", "targets");

    private readonly string _folder = Directory.CreateTempSubdirectory("conformance-").FullName;

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Listed, "*.json").Select(file => Path.GetFileName(file))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_ListedFile_FollowsTheSchemaAndItsFilesAreThere(string file)
    {
        string path = Path.Combine(Listed, file);
        TargetDefinition target = TargetDefinition.Read(path);

        SchemaChecks.Violations("suites/target.schema.json", File.ReadAllBytes(path)).ShouldBeEmpty();
        if (target.Image is { Directory: { } directory, Root: { } root })
        {
            File.Exists(Path.Combine(Listed, directory, "Dockerfile")).ShouldBeTrue();
            File.Exists(Path.Combine(Listed, root)).ShouldBeTrue();
        }

        if (target.DivergencesFile is { } divergences)
        {
            string list = Path.Combine(Listed, divergences);
            SchemaChecks.Violations("suites/divergences.schema.json", File.ReadAllBytes(list)).ShouldBeEmpty();
            foreach (KnownDivergence known in target.Divergences)
            {
                File.Exists(Path.Combine(Path.GetDirectoryName(list)!, known.Evidence)).ShouldBeTrue($"{known.Id} names evidence that isn't there.");
            }

            target.Divergences.Select(known => known.Id).ShouldBeUnique();
        }
    }

    [Fact]
    public void Choose_NobodyChooses_TakesBothDatabasesOfSynapse() =>
        TargetCatalog.Choose(Listed, null).Select(target => target.Name).ShouldBe(["synapse-postgres", "synapse-sqlite"]);

    [Fact]
    public void Choose_NamesAndPaths_AreTakenInTheirOrder()
    {
        string own = Write("mine", """{"name": "mine", "title": "Mine", "server": {"name": "localhost", "client": "http://localhost:8008", "federation": "http://localhost:8008"}}""");

        TargetCatalog.Choose(Listed, $" {own} , synapse-sqlite").Select(target => target.Name).ShouldBe(["mine", "synapse-sqlite"]);
    }

    [Fact]
    public void Choose_UnknownName_NamesThoseThereAre() =>
        Should.Throw<HarnessException>(() => TargetCatalog.Choose(Listed, "nobody")).Message.ShouldContain("synapse-postgres, synapse-sqlite");

    [Theory]
    [InlineData("""{"name": "other", "title": "T", "image": {"name": "i"}}""", "the file's name says otherwise")]
    [InlineData("""{"name": "t", "title": "T"}""", "either an image or a server")]
    [InlineData("""{"name": "t", "title": "T", "image": {"name": "i"}, "server": {"name": "s", "client": "http://s", "federation": "http://s"}}""", "either an image or a server")]
    [InlineData("""{"name": "t", "title": "T", "image": {"name": "i", "directory": "d"}}""", "either a name or a directory")]
    [InlineData("""{"name": "t", "title": "T", "image": {"name": "i"}, "images": []}""", "images")]
    [InlineData("""{"name": "t", "image": {"name": "i"}}""", "title")]
    [InlineData("""{"name": "t", """, "t.json")]
    public void Read_FileIsWrong_SaysHow(string text, string expected)
    {
        string path = Write("t", text);

        Should.Throw<HarnessException>(() => TargetDefinition.Read(path)).Message.ShouldContain(expected);
        SchemaChecks.Violations("suites/target.schema.json", File.ReadAllBytes(path)).Any().ShouldBe(!expected.StartsWith("the file's name", StringComparison.Ordinal));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name + ".json");
        File.WriteAllText(path, text);
        return path;
    }
}
