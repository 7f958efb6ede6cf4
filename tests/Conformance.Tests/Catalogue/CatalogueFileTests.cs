using System.Text;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Catalogue;

/// <summary>The data files follow their published schemas, by the project's own evaluator.</summary>
public sealed class CatalogueFileTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach ((string folder, string schema) in ((string, string)[])
                [("rules", "catalogue/rules.schema.json"), ("requirements", "catalogue/requirements.schema.json"), ("profiles", "profiles/profile.schema.json")])
            {
                foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "schemas", folder), "*.json").Order(StringComparer.Ordinal))
                {
                    if (!file.EndsWith(".schema.json", StringComparison.Ordinal))
                    {
                        data.Add($"{folder}/{Path.GetFileName(file)}", schema);
                    }
                }
            }

            data.Add("ledger.json", "catalogue/ledger.schema.json");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Content_FollowsItsSchema(string file, string schema) =>
        SchemaChecks.Violations(schema, File.ReadAllBytes(Path.Combine(Repository.Root, "schemas", file))).ShouldBeEmpty();

    [Fact]
    public void RuleFile_WithAStrayMember_DoesNotFollowItsSchema() =>
        SchemaChecks.Violations("catalogue/rules.schema.json", Encoding.UTF8.GetBytes("{\"area\":\"XXX\",\"title\":\"Some title\",\"rules\":[],\"stray\":1}"))
            .ShouldNotBeEmpty();
}
