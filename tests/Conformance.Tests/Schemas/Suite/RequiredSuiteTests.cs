using Conformance.Documents;
using Conformance.Schemas;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Schemas.Suite;

/// <summary>The required tests of the public suite: every one passes, in both encodings.</summary>
public sealed class RequiredSuiteTests
{
    public static MatrixTheoryData<string, DocumentEncoding> Files => new(
        SharedData.Has("json-schema-test-suite") ? SuiteRunner.Files("", recursive: false) : ["(absent)"],
        [DocumentEncoding.Json, DocumentEncoding.Cbor]);

    [Theory]
    [MemberData(nameof(Files))]
    public void Evaluate_RequiredTests_ComeOutAsTheSuiteSays(string file, DocumentEncoding encoding)
    {
        _ = SuiteRunner.Root;
        string[] wrong = [.. SuiteRunner.Run(file, encoding, SchemaOptions.Default)
            .Where(test => !test.Passed)
            .Select(test => $"{test.Name}: {test.Outcome}, not {(test.Expected ? "Valid" : "Invalid")}")];
        wrong.ShouldBeEmpty();
    }
}
