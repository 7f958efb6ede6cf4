using System.Net;
using System.Security.Cryptography;
using System.Text;
using Conformance.Findings;
using Conformance.Policy;

namespace Conformance.Reports;

/// <summary>One HTML file that needs nothing else: no script, no address to load from, and a policy that forbids both.</summary>
internal sealed class HtmlReportWriter : TextualReportWriter
{
    private const string Style =
        """
        :root{color-scheme:light dark;--error:#b3261e;--warning:#7a5200;--info:#0b57d0;--valid:#146c2e;--line:#c4c7c5;--soft:#f3f4f6}
        @media (prefers-color-scheme:dark){:root{--error:#f2b8b5;--warning:#f5c869;--info:#a8c7fa;--valid:#8fd69f;--line:#555;--soft:#26282b}}
        body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
        h1{font-size:1.5rem}h2{font-size:1.3rem;overflow-wrap:anywhere}h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
        code,td{overflow-wrap:anywhere}code{font-size:.9em}
        .error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}.valid{color:var(--valid)}.invalid{color:var(--error)}.undetermined{color:var(--warning)}
        table{border-collapse:collapse;width:100%;margin:.5rem 0}caption{text-align:left;font-weight:600}
        th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:var(--soft)}
        summary{cursor:pointer}pre{background:var(--soft);padding:.5rem;overflow:auto;white-space:pre-wrap}
        """;

    /// <inheritdoc />
    public override string Format => "html";

    /// <inheritdoc />
    public override string Description => "one HTML page that needs nothing else";

    /// <inheritdoc />
    public override void Write(IReadOnlyList<ValidationReport> reports, TextWriter output, ReportOptions options)
    {
        string title = reports is [ValidationReport only] ? $"{only.Input}: {ReportText.Verdict(only.Verdict)}" : $"{reports.Count} inputs";
        string style = Style.ReplaceLineEndings("\n");
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        output.WriteLine("<!DOCTYPE html>");
        output.WriteLine("<html lang=\"en\">");
        output.WriteLine("<head>");
        output.WriteLine("<meta charset=\"utf-8\">");
        output.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        output.WriteLine("<meta name=\"referrer\" content=\"no-referrer\">");
        output.WriteLine($"<title>{Encode(title)}</title>");
        output.WriteLine($"<style>{style}</style>");
        output.WriteLine("</head>");
        output.WriteLine("<body>");
        output.WriteLine("<main>");
        output.WriteLine("<h1>Conformance report</h1>");
        foreach (ValidationReport report in reports)
        {
            Write(report, output, options);
        }

        output.WriteLine("</main>");
        output.WriteLine($"<footer><p>Made by Conformance {Encode(options.ToolVersion)}.</p></footer>");
        output.WriteLine("</body>");
        output.WriteLine("</html>");
    }

    private static void Write(ValidationReport report, TextWriter output, ReportOptions options)
    {
        string verdict = ReportText.Verdict(report.Verdict);
        string container = report.Container.Length == 0 ? "" : $" ({report.Container})";
        string statistics = report.Statistics.IsEmpty ? "" : $": {ReportText.Statistics(report)}";
        output.WriteLine("<section>");
        output.WriteLine($"<h2><span class=\"{verdict}\">{verdict}</span>: {Encode(report.Input)}</h2>");
        output.WriteLine($"<p>{Encode(ReportSummary.Of(report).InWords())}. Checked as {Encode(report.Kind + container)}, profile {Encode(report.Profile + statistics)}.</p>");
        foreach (RuleGroup group in RuleGroup.Of(report))
        {
            WriteGroup(group, output, options);
        }

        WriteAccepted(report, output);
        WriteNotChecked(report, output);
        output.WriteLine("</section>");
    }

    private static void WriteGroup(RuleGroup group, TextWriter output, ReportOptions options)
    {
        string severity = SeverityNames.Of(group.Severity);
        output.WriteLine($"<h3><span class=\"{severity}\">{severity}</span> {group.Rule.Id} {Encode(group.Rule.Name)}: {Encode(group.Rule.Title)}</h3>");
        output.WriteLine($"<p>{Encode(group.Rule.Why)}</p>");
        output.WriteLine($"<p><strong>Repair:</strong> {Encode(group.Rule.Repair)}</p>");
        if (RuleLinks.Of(group.Rule, options) is { } link)
        {
            output.WriteLine($"<p><a href=\"{Encode(link)}\" rel=\"noreferrer\">Where this comes from</a></p>");
        }

        string open = group.Findings.Length <= 5 ? " open" : "";
        output.WriteLine($"<details{open}><summary>{ReportText.Number(group.Count)} {(group.Count == 1 ? "finding" : "findings")}</summary>");
        WriteFindings(group.Findings, $"Findings of {group.Rule.Id}", output);
        long left = group.Count - group.Findings.Length;
        if (left > 0)
        {
            output.WriteLine($"<p>… and {ReportText.Number(left)} more that were counted only.</p>");
        }

        output.WriteLine("</details>");
    }

    private static void WriteFindings(IEnumerable<AssessedFinding> findings, string caption, TextWriter output)
    {
        output.WriteLine($"<table><caption>{Encode(caption)}</caption>");
        output.WriteLine("<thead><tr><th scope=\"col\">Message</th><th scope=\"col\">Where</th><th scope=\"col\">Fingerprint</th></tr></thead><tbody>");
        foreach (AssessedFinding finding in findings)
        {
            string note = finding switch
            {
                { Baseline: BaselineState.Fixed } => " (fixed)",
                { SuppressedBecause: { } reason } => $" (suppressed: {reason})",
                { Baseline: BaselineState.Unchanged } => " (known from the baseline)",
                _ => "",
            };
            output.WriteLine($"<tr><td>{Encode(finding.Message + note)}</td><td><code>{Encode(ReportText.Place(finding.Location))}</code></td>"
                + $"<td><code>{finding.Fingerprint}</code></td></tr>");
        }

        output.WriteLine("</tbody></table>");
    }

    private static void WriteAccepted(ValidationReport report, TextWriter output)
    {
        AssessedFinding[] accepted = [.. report.Findings.Where(finding => !finding.Counts())];
        if (accepted.Length > 0)
        {
            output.WriteLine($"<details><summary>Suppressed, known or fixed: {ReportText.Number(accepted.Sum(finding => finding.Count))}</summary>");
            WriteFindings(accepted, "Findings that don't count", output);
            output.WriteLine("</details>");
        }
    }

    private static void WriteNotChecked(ValidationReport report, TextWriter output)
    {
        if (report.NotChecked.IsEmpty)
        {
            return;
        }

        output.WriteLine("<table><caption>Not checked</caption>");
        output.WriteLine("<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Why</th><th scope=\"col\">Times</th><th scope=\"col\">The verdict depends on it</th></tr></thead><tbody>");
        foreach (NotChecked item in report.NotChecked)
        {
            output.WriteLine($"<tr><td>{Encode(item.What)}</td><td>{Encode(item.Cause)}</td><td>{ReportText.Number(item.Count)}</td><td>{(item.Decisive ? "yes" : "no")}</td></tr>");
        }

        output.WriteLine("</tbody></table>");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(ReportText.Printable(text));
}
