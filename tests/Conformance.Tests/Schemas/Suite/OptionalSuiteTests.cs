using System.Text.Json;
using Conformance.Documents;
using Conformance.Schemas;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Schemas.Suite;

/// <summary>
/// The optional tests of the public suite. Those that don't come out as the suite says are listed in <c>optional-not-passed.json</c>, each with
/// the reason; the list is exact in both directions.
/// </summary>
public sealed class OptionalSuiteTests
{
    public static MatrixTheoryData<string, DocumentEncoding> Files => new(
        SharedData.Has("json-schema-test-suite") ? SuiteRunner.Files("optional", recursive: true) : ["(absent)"],
        [DocumentEncoding.Json, DocumentEncoding.Cbor]);

    [Theory]
    [MemberData(nameof(Files))]
    public void Evaluate_OptionalTests_FailOnlyWhereListed(string file, DocumentEncoding encoding)
    {
        _ = SuiteRunner.Root;
        var options = new SchemaOptions { AssertFormats = file.Contains("/format/", StringComparison.Ordinal) };
        string[] listed = [.. Listed().Where(name => name.StartsWith(file + " | ", StringComparison.Ordinal))];
        SuiteCase[] run = [.. SuiteRunner.Run(file, encoding, options)];
        string[] failed = [.. run.Where(test => !test.Passed).Select(test => test.Name)];
        failed.Except(listed).ShouldBeEmpty("not listed, but not passed");
        listed.Except(failed).ShouldBeEmpty("listed, but passed or gone from the suite");
    }

    [Fact]
    public void List_EachEntry_HasReasonAndFileOfTheSuite()
    {
        _ = SuiteRunner.Root;
        string[] files = [.. SuiteRunner.Files("optional", recursive: true)];
        foreach (string name in Listed())
        {
            files.ShouldContain(name.Split(" | ")[0]);
        }
    }

    private static List<string> Listed()
    {
        string path = Path.Combine(Repository.Root, "tests/Conformance.Tests/Schemas/Suite/optional-not-passed.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        var names = new List<string>();
        foreach (JsonElement entry in document.RootElement.EnumerateArray())
        {
            entry.GetProperty("reason").GetString().ShouldNotBeNullOrWhiteSpace();
            string start = $"{entry.GetProperty("file").GetString()} | {entry.GetProperty("group").GetString()} | ";
            names.AddRange(entry.GetProperty("tests").EnumerateArray().Select(test => start + test.GetString()));
        }

        return names;
    }
}
