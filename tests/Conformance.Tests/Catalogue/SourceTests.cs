using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Catalogue;

/// <summary>
/// Sections that rules and requirements name are headings of the documents, under these addresses. <c>Headings.json</c> has the
/// headings, taken from the documents themselves: the specification's as of July 2026.
/// </summary>
public sealed class SourceTests
{
    private static readonly ILookup<string, (string Section, string Url)> Headings = Read().ToLookup(entry => entry.Document, entry => (entry.Section, entry.Url));

    private static IEnumerable<(string Id, RuleSource Source)> All =>
        RuleCatalogue.Default.Rules.SelectMany(rule => rule.Sources.Select(source => (rule.Id, source)))
            .Concat(RuleCatalogue.Default.Requirements.Select(requirement => (requirement.Id, requirement.Source)));

    [Fact]
    public void Documents_All_HaveTheirHeadingsListed() =>
        All.Where(named => named.Source.Document != "Conformance" && !Headings.Contains(named.Source.Document)).Select(Text)
            .ShouldBeEmpty("Look the sections up, and enter them in Headings.json.");

    [Fact]
    public void Sections_OfPublishedDocuments_AreHeadingsUnderTheirAddress() =>
        All.Where(named => Headings.Contains(named.Source.Document))
            .Where(named => !Headings[named.Source.Document].Contains((named.Source.Section, named.Source.Url ?? ""))).Select(Text)
            .ShouldBeEmpty("A section that Headings.json doesn't have, or has at another address.");

    [Fact]
    public void Sections_OfOurOwnDocuments_AreHeadings() =>
        All.Where(named => named.Source.Document == "Conformance" && !IsOurs(named.Source)).Select(Text)
            .ShouldBeEmpty("A section of our own is a file, a comma, and a heading in it.");

    private static string Text((string Id, RuleSource Source) named) => $"{named.Id}: {named.Source.Document}, {named.Source.Section} {named.Source.Url}";

    private static bool IsOurs(RuleSource source)
    {
        string[] parts = source.Section.Split(", ", 2);
        string file = Path.Combine(Repository.Root, parts[0]);

        // In headings, what a section is about stands before the requirements that it covers.
        return parts.Length == 2 && source.Url is null && File.Exists(file) && File.ReadLines(file)
            .Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ').Split(" (")[0].Replace("`", "", StringComparison.Ordinal))
            .Contains(parts[1]);
    }

    private static List<(string Document, string Section, string Url)> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Conformance.Tests", "Catalogue", "Headings.json")));
        var list = new List<(string Document, string Section, string Url)>();
        foreach (JsonElement document in file.RootElement.GetProperty("documents").EnumerateArray())
        {
            string name = document.GetProperty("document").GetString()!;
            string before = document.TryGetProperty("part", out JsonElement part) ? part.GetString() + ", " : "";
            string address = document.GetProperty("url").GetString()!;
            foreach (JsonElement section in document.GetProperty("sections").EnumerateArray())
            {
                string anchor = section[1].GetString()!;
                list.Add((name, before + section[0].GetString(), anchor.Length == 0 ? address : $"{address}#{anchor}"));
            }
        }

        return list;
    }
}
