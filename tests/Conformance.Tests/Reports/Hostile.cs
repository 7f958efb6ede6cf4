using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Policy;

namespace Conformance.Tests.Reports;

/// <summary>Text that tries to break a report's format. Every place that carries text of an input carries all of it.</summary>
internal static class Hostile
{
    public const string Text = "\u001b[31mred\u0007 ]]><script>alert(1)</script> & \"quoted\" 'single' | pipe ` tick **bold** [link](https://evil.example) "
        + "@someone #1 \r\n::error::injected %0A%25 \u202etxt.exe\u2066 \u0000\u0001\ufffe\ud800 {file} {{x}} \\ $x$ ~~no~~ <!-- --> www.evil.example";

    public static ValidationReport Report()
    {
        ValidationPolicy policy = TestRuns.Policy() with
        {
            ConfigurationName = Text,
            Suppressions = [new Suppression("OWN902", Text), new Suppression("STA901", Text) { Member = Text }],
        };
        var location = new Location(Text, 1, Text, Text, Text);
        FindingBuffer found = TestRuns.Found(policy,
            new Finding("OWN901", location, [new Argument("file", Text)]),
            new Finding("OWN902", location, [new Argument("item", Text)]),
            new Finding("EVT901", location, [new Argument("braces", Text), new Argument(Text, Text)]));
        found.ReportNotChecked(new NotChecked(Text, Text, location, Decisive: true));
        return ReportAssembler.Assemble(
            new RunFacts(Text, Text, Text, [new Statistic("members", 1)]), found, policy, TestCatalogue.Rules);
    }
}
