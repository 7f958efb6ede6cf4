using System.Globalization;
using System.Text;
using System.Xml;
using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>
/// JUnit XML, for build servers: a suite for each area with findings, a case for each rule; a suite <c>verdict</c> with the verdict and
/// what was not checked. Only what fails the run is a failure. Rules without findings aren't listed: that nothing was found doesn't say that a rule applied.
/// </summary>
internal sealed class JUnitReportWriter : IReportWriter
{
    private const int MaxPlaces = 20;

    /// <inheritdoc />
    public string Format => "junit";

    /// <inheritdoc />
    public string Description => "JUnit XML, for build servers";

    /// <inheritdoc />
    public void Write(IReadOnlyList<ValidationReport> reports, Stream output, ReportOptions options)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        Suite[] suites = [.. reports.SelectMany(SuitesOf)];
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "conformance");
            WriteFigures(xml, [.. suites.SelectMany(suite => suite.Cases)]);
            foreach (Suite suite in suites)
            {
                WriteSuite(xml, suite);
            }

            xml.WriteEndElement();
        }

        output.Write("\n"u8);
    }

    private static IEnumerable<Suite> SuitesOf(ValidationReport report)
    {
        yield return new Suite($"{report.Input}: verdict", [VerdictCase(report), .. report.NotChecked.Select(NotCheckedCase)]);
        foreach (IGrouping<string, AssessedFinding> area in report.Findings
            .Where(finding => finding.Baseline != BaselineState.Fixed)
            .GroupBy(finding => finding.Rule.Area, StringComparer.Ordinal)
            .OrderBy(area => area.Key, StringComparer.Ordinal))
        {
            yield return new Suite($"{report.Input}: {area.Key}",
                [.. area.GroupBy(finding => finding.Rule.Id, StringComparer.Ordinal).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => RuleCase(report, [.. rule]))]);
        }
    }

    private static Case VerdictCase(ValidationReport report)
    {
        string text = $"{ReportText.Verdict(report.Verdict)}: {ReportSummary.Of(report).InWords()}";
        return new Case("verdict",
            report.Verdict == Verdict.Invalid ? text : null,
            report.Verdict == Verdict.Undetermined ? text : null,
            text);
    }

    private static Case NotCheckedCase(NotChecked item) =>
        new($"not checked: {item.What}", null, item.Cause, $"{ReportText.Place(item.Location)}, {ReportText.Number(item.Count)} times");

    private static Case RuleCase(ValidationReport report, AssessedFinding[] findings)
    {
        AssessedFinding first = findings[0];
        long failing = findings.Where(finding => finding.Fails(report.FailOn)).Sum(finding => finding.Count);
        var text = new StringBuilder();
        foreach (AssessedFinding finding in findings.Take(MaxPlaces))
        {
            string note = finding.SuppressedBecause is { } reason ? $" (suppressed: {reason})"
                : finding.Baseline == BaselineState.Unchanged ? " (known from the baseline)"
                : "";
            text.Append(CultureInfo.InvariantCulture, $"{SeverityNames.Of(finding.Severity)}: {finding.Message}{note}\n  {ReportText.Place(finding.Location)}\n");
        }

        long left = findings.Sum(finding => finding.Count) - Math.Min(findings.Length, MaxPlaces);
        text.Append(left > 0 ? $"and {ReportText.Number(left)} more\n" : "").Append(CultureInfo.InvariantCulture, $"Repair: {first.Rule.Repair}\n");
        return new Case($"{first.Rule.Id} {first.Rule.Name}",
            failing > 0 ? $"{first.Rule.Title} ({ReportText.Number(failing)})" : null, null, text.ToString());
    }

    private static void WriteSuite(XmlWriter xml, Suite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(suite.Name));
        WriteFigures(xml, suite.Cases);
        foreach (Case test in suite.Cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("name", Clean(test.Name));
            xml.WriteAttributeString("classname", Clean(suite.Name));
            xml.WriteAttributeString("time", "0");
            if (test.Failure is { } failure)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("type", "finding");
                xml.WriteAttributeString("message", Clean(failure));
                xml.WriteString(CleanLines(test.Text));
                xml.WriteEndElement();
            }
            else if (test.Skipped is { } skipped)
            {
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", Clean(skipped));
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteElementString("system-out", CleanLines(test.Text));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFigures(XmlWriter xml, IReadOnlyCollection<Case> cases)
    {
        Write("tests", cases.Count);
        Write("failures", cases.Count(test => test.Failure is not null));
        Write("errors", 0);
        Write("skipped", cases.Count(test => test.Failure is null && test.Skipped is not null));
        xml.WriteAttributeString("time", "0");

        void Write(string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
    }

    private static string Clean(string text) => ReportText.Printable(text);

    private static string CleanLines(string text) => string.Join('\n', text.Split('\n').Select(ReportText.Printable));

    private sealed record Suite(string Name, IReadOnlyList<Case> Cases);

    private sealed record Case(string Name, string? Failure, string? Skipped, string Text);
}
