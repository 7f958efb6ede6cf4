using Conformance.Findings;

namespace Conformance.Tests.Containers;

/// <summary>Keeps all that is reported.</summary>
internal sealed class RecordingSink : IFindingSink
{
    public List<Finding> Findings { get; } = [];

    public List<NotChecked> NotChecked { get; } = [];

    public IEnumerable<string> Rules => Findings.Select(finding => finding.Rule);

    public bool Wants(string rule) => true;

    public void Report(Finding finding) => Findings.Add(finding);

    public void CountOnly(string rule) => throw new InvalidOperationException("Everything is wanted.");

    public void ReportNotChecked(NotChecked item) => NotChecked.Add(item);
}
