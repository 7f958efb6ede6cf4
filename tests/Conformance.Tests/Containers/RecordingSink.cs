using System.Text.RegularExpressions;
using Conformance.Catalogue;
using Conformance.Findings;
using Shouldly;

namespace Conformance.Tests.Containers;

/// <summary>Keeps all that is reported.</summary>
internal sealed class RecordingSink : IFindingSink
{
    public List<Finding> Findings { get; } = [];

    public List<NotChecked> NotChecked { get; } = [];

    public IEnumerable<string> Rules => Findings.Select(finding => finding.Rule);

    public bool Wants(string rule) => true;

    /// <summary>Keeps a finding, which must be one that the catalogue has the words for.</summary>
    public void Report(Finding finding)
    {
        Rule rule = RuleCatalogue.Default.Find(finding.Rule) ?? throw new InvalidOperationException($"{finding.Rule} isn't in the catalogue.");
        string[] wanted = [.. Regex.Matches(rule.Message, "\\{([a-z]+)\\}").Select(match => match.Groups[1].Value).Distinct()];
        finding.Arguments.Select(argument => argument.Name).ShouldBe(wanted, ignoreOrder: true, customMessage: finding.Rule);
        Findings.Add(finding);
    }

    public void CountOnly(string rule) => throw new InvalidOperationException("Everything is wanted.");

    public void ReportNotChecked(NotChecked item) => NotChecked.Add(item);
}
