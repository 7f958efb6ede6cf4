using Conformance.Catalogue;

namespace Conformance.Reports;

/// <summary>Where to read about a rule.</summary>
internal static class RuleLinks
{
    /// <summary>The rule's page where it is published, or else the document it comes from; null when neither has an address.</summary>
    public static string? Of(Rule rule, ReportOptions options) => options.RulePages is { } pages
        ? new Uri(pages, $"{rule.Area}.md#{Anchor(rule)}").AbsoluteUri
        : rule.Sources.Select(source => source.Url).FirstOrDefault(url => url is not null);

    /// <summary>The anchor of a rule on the page of its area.</summary>
    public static string Anchor(Rule rule) => rule.Id.ToLowerInvariant();
}
