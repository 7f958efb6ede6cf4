using System.Globalization;
using System.Text;
using System.Xml;

namespace Conformance.Suites.Harness.Results;

/// <summary>Writes results as JUnit XML: one test suite for each target. A known divergence is a skipped case there, since JUnit has no word for it.</summary>
public static class JUnitFile
{
    /// <summary>Writes them.</summary>
    /// <param name="results">The results.</param>
    public static string Write(SuiteResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", results.Suite);
            foreach (IGrouping<string, ScenarioResult> target in results.Results.GroupBy(result => result.Target))
            {
                WriteSuite(writer, results, target.Key, [.. target]);
            }

            writer.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void WriteSuite(XmlWriter writer, SuiteResults results, string target, ScenarioResult[] cases)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", $"{results.Suite} {target}");
        writer.WriteAttributeString("tests", Number(cases.Length));
        writer.WriteAttributeString("failures", Number(cases.Count(result => result is { Outcome: Outcome.Fail, Divergence: null })));
        writer.WriteAttributeString("errors", Number(cases.Count(result => result.Outcome == Outcome.Error)));
        writer.WriteAttributeString("skipped", Number(cases.Count(result => result.Outcome <= Outcome.Skip || result.Divergence is not null)));
        writer.WriteAttributeString("time", Seconds(cases.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Took)));
        if (results.Targets.FirstOrDefault(one => one.Name == target) is { } facts)
        {
            writer.WriteStartElement("properties");
            WriteProperty(writer, "software", facts.Software);
            WriteProperty(writer, "version", facts.Version);
            writer.WriteEndElement();
        }

        foreach (ScenarioResult result in cases)
        {
            WriteCase(writer, results.Suite, result);
        }

        writer.WriteEndElement();
    }

    private static void WriteCase(XmlWriter writer, string suite, ScenarioResult result)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", $"{suite}.{result.Target}");
        writer.WriteAttributeString("name", $"{result.Scenario} {result.Title}");
        writer.WriteAttributeString("time", Seconds(result.Took));
        (string? element, string message) = result switch
        {
            { Divergence: { } known } => ("skipped", $"known divergence {known}: {result.Message}"),
            { Outcome: Outcome.Disabled } => ("skipped", $"disabled: {result.Message}"),
            { Outcome: Outcome.Skip } => ("skipped", result.Message ?? ""),
            { Outcome: Outcome.Fail } => ("failure", result.Message ?? ""),
            { Outcome: Outcome.Error } => ("error", result.Message ?? ""),
            _ => (null, ""),
        };
        if (element is not null)
        {
            writer.WriteStartElement(element);
            writer.WriteAttributeString("message", Clean(message));
            writer.WriteEndElement();
        }

        string[] lines = [.. result.Observations.Select(one => $"observed: {one}"), .. result.Evidence.Select(one => $"evidence: {one}")];
        if (lines.Length > 0)
        {
            writer.WriteElementString("system-out", Clean(string.Join('\n', lines)));
        }

        writer.WriteEndElement();
    }

    private static void WriteProperty(XmlWriter writer, string name, string value)
    {
        writer.WriteStartElement("property");
        writer.WriteAttributeString("name", name);
        writer.WriteAttributeString("value", Clean(value));
        writer.WriteEndElement();
    }

    /// <summary>XML has no way to write most control characters, and a server's answer may hold any.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isAllowed = rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF));
            clean.Append(isAllowed ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
