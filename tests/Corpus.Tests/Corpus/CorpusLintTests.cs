using Conformance.Documents;
using Conformance.Generator.Corpus;
using Conformance.Generator.Recipes;
using Conformance.Schemas;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>The corpus itself: complete, unambiguous, and what the recipes make.</summary>
public class CorpusLintTests
{
    private static readonly Lazy<IReadOnlyList<CorpusCase>> Cases = new(AllBooks.Cases);

    [Fact]
    public void Ids_AllCases_Unique() =>
        CaseFile.All.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void Ids_AllCases_NameTheirFolders() =>
        CaseFile.All.Where(c => Path.GetRelativePath(Path.Combine(CaseFile.Fixtures, "corpus"), c.Folder).Replace('\\', '/') != c.Id)
            .Select(c => c.Id).ShouldBeEmpty();

    [Fact]
    public void Titles_OfAnArea_Unique() =>
        CaseFile.All.GroupBy(c => (c.Id.Split('/')[0], c.Json.GetProperty("title").GetString())).Where(g => g.Count() > 1).Select(g => g.Key)
            .ShouldBeEmpty();

    [Fact]
    public void Sidecars_AllCases_ValidByTheirSchema()
    {
        CompiledSchema schema = BuiltInSchemas.Get("fixtures/case.schema.json");
        foreach (CaseFile made in CaseFile.All)
        {
            Document document = DocumentReader.Read(File.ReadAllBytes(Path.Combine(made.Folder, "case.json")), DocumentEncoding.Json);
            schema.Evaluate(document.Root).Select(v => $"{made.Id} {v.Name}: {v.Expected}, not {v.Actual}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Files_AllCases_EqualToWhatTheRecipesMake()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        var wrong = new List<string>();
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, byte[] bytes) in CorpusFiles.Of(Cases.Value))
        {
            string full = Path.GetFullPath(Path.Combine(CaseFile.Fixtures, path));
            made.Add(full).ShouldBeTrue(path);
            if (!File.Exists(full) || !File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
            {
                wrong.Add(path);
            }
        }

        wrong.AddRange(Directory.EnumerateFiles(Path.Combine(CaseFile.Fixtures, "corpus"), "*", SearchOption.AllDirectories)
            .Where(file => !made.Contains(file)));
        wrong.ShouldBeEmpty("run: dotnet run --project fixtures/Generator -- corpus");
    }

    [Fact]
    public void Inputs_AllCases_Small()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        Cases.Value.Where(c => c.Input.Files.Sum(f => f.Bytes.LongLength) > 1 << 20 && c.Id is not "ARC/pax-header-too-large")
            .Select(c => c.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Cases_Hostile_AreMany() => CaseFile.All.Count(c => c.IsHostile).ShouldBeGreaterThanOrEqualTo(60);
}
