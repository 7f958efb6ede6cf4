namespace Conformance.Reports;

/// <summary>How reports are written. What they say doesn't depend on it.</summary>
public sealed record ReportOptions
{
    /// <summary>Columns for the formats that people read on a terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether the text format may use colours.</summary>
    public bool Color { get; init; }

    /// <summary>Whether the text format is to say no more than the verdict.</summary>
    public bool Quiet { get; init; }

    /// <summary>Rules that the text, markdown and github formats show in full; the others are counted.</summary>
    public int MaxGroups { get; init; } = 20;

    /// <summary>Places shown for each rule in the text format.</summary>
    public int MaxPlaces { get; init; } = 3;

    /// <summary>The version of the tool, as reports give it.</summary>
    public string ToolVersion { get; init; } = typeof(ReportOptions).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Where the rule pages are published: the address of the folder that holds <c>OWN.md</c> …, ending in <c>/</c>. Null when
    /// nowhere; links then lead to the documents that the rules come from.</summary>
    public Uri? RulePages { get; init; }
}
