using Conformance.Documents;

namespace Conformance.Tests.Schemas.Suite;

/// <summary>One test of the public suite: its name, as "file | group | test", and whether it came out as the suite says.</summary>
internal sealed record SuiteCase(string Name, DocumentEncoding Encoding, bool Expected, string Outcome)
{
    public bool Passed => Outcome == (Expected ? "Valid" : "Invalid");
}
