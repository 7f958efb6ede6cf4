using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Catalogue;

/// <summary>All rules and requirements, read from the data under <c>schemas/</c> that is built into the assembly.</summary>
public sealed class RuleCatalogue
{
    private static readonly Dictionary<string, Severity> NoProfiles = [];
    private static readonly Lazy<RuleCatalogue> Shared = new(Load);

    private readonly Dictionary<string, Rule> _byId;
    private readonly Rule?[] _byFault = new Rule?[2 * (byte.MaxValue + 1)];

    private readonly Lazy<ImmutableArray<Requirement>> _requirements;

    private RuleCatalogue(ImmutableArray<RuleArea> areas, ImmutableArray<Rule> rules, Lazy<ImmutableArray<Requirement>> requirements)
    {
        Areas = areas;
        Rules = rules;
        _requirements = requirements;
        _byId = rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        foreach (Rule rule in rules)
        {
            foreach (FaultKind fault in rule.Faults)
            {
                _byFault[Slot(Encoding(rule), fault)] = rule;
            }
        }
    }

    /// <summary>The catalogue of this version.</summary>
    public static RuleCatalogue Default => Shared.Value;

    /// <summary>The groups of rules, by id.</summary>
    public ImmutableArray<RuleArea> Areas { get; }

    /// <summary>All rules, by id.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>All requirements, in the order of their documents.</summary>
    public ImmutableArray<Requirement> Requirements => _requirements.Value;

    /// <summary>Finds a rule.</summary>
    /// <param name="id">Its id, exactly.</param>
    /// <returns>The rule, or null.</returns>
    public Rule? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The rule that a reader's fault falls under: one of area <c>JSN</c> for JSON, of area <c>CBR</c> for CBOR.</summary>
    /// <param name="encoding">What was read.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>The rule; null for a fault that the readers only note for others to judge.</returns>
    public Rule? Find(DocumentEncoding encoding, FaultKind fault) => _byFault[Slot(encoding, fault)];

    /// <summary>Reads a catalogue from files other than the built-in ones.</summary>
    /// <param name="files">The contents of rule files (an object with <c>rules</c>) and requirement files (one with <c>requirements</c>).</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="JsonException">A file is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A rule or requirement lacks a member.</exception>
    /// <exception cref="ArgumentException">Two rules have one id, or a name stands for no severity, status or fault.</exception>
    public static RuleCatalogue Parse(params IEnumerable<ReadOnlyMemory<byte>> files)
    {
        ReadOnlyMemory<byte>[] all = [.. files];
        (ImmutableArray<RuleArea> areas, ImmutableArray<Rule> rules) = ReadRules(all);
        ImmutableArray<Requirement> requirements = ReadRequirements(all, rules);
        return new RuleCatalogue(areas, rules, new Lazy<ImmutableArray<Requirement>>(() => requirements));
    }

    /// <summary>The built-in catalogue. A run needs no requirement, so they are read when somebody asks for one.</summary>
    private static RuleCatalogue Load()
    {
        (ImmutableArray<RuleArea> areas, ImmutableArray<Rule> rules) = ReadRules(BuiltIn.Read("rules/"));
        return new RuleCatalogue(areas, rules, new Lazy<ImmutableArray<Requirement>>(() => ReadRequirements(BuiltIn.Read("requirements/"), rules)));
    }

    private static (ImmutableArray<RuleArea> Areas, ImmutableArray<Rule> Rules) ReadRules(IEnumerable<ReadOnlyMemory<byte>> files)
    {
        var areas = new List<RuleArea>();
        var rules = new List<Rule>();
        foreach (ReadOnlyMemory<byte> file in files)
        {
            using JsonDocument document = JsonDocument.Parse(file);
            if (document.RootElement.TryGetProperty("rules", out JsonElement list))
            {
                areas.Add(new RuleArea(Text(document.RootElement, "area"), Text(document.RootElement, "title")));
                foreach (JsonElement rule in list.EnumerateArray())
                {
                    rules.Add(ReadRule(rule));
                }
            }
        }

        areas.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        rules.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return ([.. areas], [.. rules]);
    }

    /// <summary>Reads requirements, each with the rules that name it, so that the ledger need not repeat what the rules say.</summary>
    private static ImmutableArray<Requirement> ReadRequirements(IEnumerable<ReadOnlyMemory<byte>> files, ImmutableArray<Rule> rules)
    {
        var requirements = new List<Requirement>();
        foreach (ReadOnlyMemory<byte> file in files)
        {
            using JsonDocument document = JsonDocument.Parse(file);
            if (document.RootElement.TryGetProperty("requirements", out JsonElement list))
            {
                requirements.AddRange(list.EnumerateArray().Select(ReadRequirement));
            }
        }

        return
        [
            .. requirements.Select(requirement => requirement with
            {
                Rules = [.. rules.Where(rule => rule.Requirements.Contains(requirement.Id)).Select(rule => rule.Id)],
            }),
        ];
    }

    private static int Slot(DocumentEncoding encoding, FaultKind fault) => ((int)encoding << 8) | (int)fault;

    private static DocumentEncoding Encoding(Rule rule) => rule.Area == "JSN" ? DocumentEncoding.Json : DocumentEncoding.Cbor;

    private static Rule ReadRule(JsonElement json) => new()
    {
        Id = Text(json, "id"),
        Name = Text(json, "name"),
        Title = Text(json, "title"),
        Severity = ParseSeverity(Text(json, "severity")),
        Level = Text(json, "level"),
        Status = ParseStatus(Text(json, "status")),
        Requirements = [.. json.GetProperty("requirements").EnumerateArray().Select(e => e.GetString()!)],
        Message = Text(json, "message"),
        Why = Text(json, "why"),
        Repair = Text(json, "repair"),
        Bad = Text(json, "bad"),
        Good = Text(json, "good"),
        Sources = [.. json.GetProperty("sources").EnumerateArray().Select(ReadSource)],
        Profiles = json.TryGetProperty("profiles", out JsonElement profiles)
            ? profiles.EnumerateObject().ToDictionary(p => p.Name, p => ParseSeverity(p.Value.GetString()!), StringComparer.Ordinal)
            : NoProfiles,
        Faults = json.TryGetProperty("faults", out JsonElement faults)
            ? [.. faults.EnumerateArray().Select(e => Enum.Parse<FaultKind>(e.GetString()!))]
            : [],
        Contested = json.TryGetProperty("contested", out JsonElement contested) ? contested.GetString()! : "",
    };

    private static Requirement ReadRequirement(JsonElement json) => new(
        Text(json, "id"),
        Text(json, "level"),
        ParseStatus(Text(json, "status")),
        Text(json, "text"),
        ReadSource(json.GetProperty("source")),
        [],
        json.TryGetProperty("untested", out JsonElement untested) ? untested.GetString() : null);

    private static RuleSource ReadSource(JsonElement json) => new(
        Text(json, "document"), Text(json, "section"), json.TryGetProperty("url", out JsonElement url) ? url.GetString() : null);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static Severity ParseSeverity(string text) => Enum.Parse<Severity>(text, ignoreCase: true);

    private static RuleStatus ParseStatus(string text) => Enum.Parse<RuleStatus>(text, ignoreCase: true);
}
