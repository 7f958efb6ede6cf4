using System.Collections.Immutable;
using Conformance.Documents;

namespace Conformance.Catalogue;

/// <summary>All rules and requirements, read from the data under <c>schemas/</c> that is built into the assembly.</summary>
public sealed class RuleCatalogue
{
    private static readonly Lazy<RuleCatalogue> Shared = new(Load);

    private readonly Dictionary<string, Rule> _byId;
    private readonly Lazy<Rule?[]> _byFault;
    private readonly Lazy<Requirement[]> _requirements;

    private RuleCatalogue(List<RuleArea> areas, List<Rule> rules, Func<IEnumerable<ReadOnlyMemory<byte>>> requirements)
    {
        areas.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        rules.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        Areas = [.. areas];
        Rules = [.. rules];
        _byId = new Dictionary<string, Rule>(rules.Count, StringComparer.Ordinal);
        foreach (Rule rule in rules)
        {
            _byId.Add(rule.Id, rule);
        }

        _byFault = new Lazy<Rule?[]>(ByFault);
        _requirements = new Lazy<Requirement[]>(() => ReadRequirements(requirements()));
    }

    /// <summary>The catalogue of this version.</summary>
    public static RuleCatalogue Default => Shared.Value;

    /// <summary>The groups of rules, by id.</summary>
    public ImmutableArray<RuleArea> Areas { get; }

    /// <summary>All rules, by id.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>All requirements, in the order of their documents.</summary>
    public ImmutableArray<Requirement> Requirements => [.. _requirements.Value];

    /// <summary>Finds a rule.</summary>
    /// <param name="id">Its id, exactly.</param>
    /// <returns>The rule, or null.</returns>
    public Rule? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The rule that a reader's fault falls under: one of area <c>JSN</c> for JSON, of area <c>CBR</c> for CBOR.</summary>
    /// <param name="encoding">What was read.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>The rule; null for a fault that the readers only note for others to judge.</returns>
    public Rule? Find(DocumentEncoding encoding, FaultKind fault) => _byFault.Value[Slot(encoding, fault)];

    /// <summary>Reads a catalogue from files other than the built-in ones.</summary>
    /// <param name="files">The contents of rule files (an object with <c>rules</c>) and requirement files (one with <c>requirements</c>).</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="FormatException">A file is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A rule or requirement lacks a member.</exception>
    /// <exception cref="ArgumentException">Two rules have one id, or a name stands for no severity, status or fault.</exception>
    public static RuleCatalogue Parse(params IEnumerable<ReadOnlyMemory<byte>> files)
    {
        ReadOnlyMemory<byte>[] all = [.. files];
        RuleCatalogue catalogue = ReadRules(all, () => all);
        foreach (Rule rule in catalogue.Rules)
        {
            rule.Require();
        }

        _ = (catalogue._byFault.Value, catalogue._requirements.Value);
        return catalogue;
    }

    /// <summary>The built-in catalogue. A run needs no requirement, so they are read when somebody asks for one.</summary>
    private static RuleCatalogue Load() => ReadRules(BuiltIn.Read("rules/"), static () => BuiltIn.Read("requirements/"));

    private static RuleCatalogue ReadRules(IEnumerable<ReadOnlyMemory<byte>> files, Func<IEnumerable<ReadOnlyMemory<byte>>> requirements)
    {
        var areas = new List<RuleArea>();
        var rules = new List<Rule>();
        foreach (ReadOnlyMemory<byte> file in files)
        {
            Node root = CatalogueJson.Read(file);
            Node list = root.Get("rules"u8);
            if (list.Exists)
            {
                areas.Add(new RuleArea(CatalogueJson.Text(root, "area"u8), CatalogueJson.Text(root, "title"u8)));
                foreach (Node rule in list.Elements())
                {
                    rules.Add(new Rule(rule));
                }
            }
        }

        return new RuleCatalogue(areas, rules, requirements);
    }

    /// <summary>Reads requirements, each with the rules that name it, so that the ledger need not repeat what the rules say.</summary>
    private Requirement[] ReadRequirements(IEnumerable<ReadOnlyMemory<byte>> files)
    {
        ILookup<string, string> rules = Rules
            .SelectMany(rule => rule.Requirements.Distinct().Select(requirement => (Requirement: requirement, Rule: rule.Id)))
            .ToLookup(pair => pair.Requirement, pair => pair.Rule, StringComparer.Ordinal);
        var requirements = new List<Requirement>();
        foreach (ReadOnlyMemory<byte> file in files)
        {
            foreach (Node json in CatalogueJson.Read(file).Get("requirements"u8).Elements())
            {
                string id = CatalogueJson.Text(json, "id"u8);
                requirements.Add(new Requirement(
                    id,
                    CatalogueJson.Text(json, "level"u8),
                    CatalogueJson.Status(CatalogueJson.Member(json, "status"u8)),
                    CatalogueJson.Text(json, "text"u8),
                    CatalogueJson.Source(CatalogueJson.Member(json, "source"u8)),
                    [.. rules[id]],
                    json.Get("untested"u8).AsString()));
            }
        }

        return [.. requirements];
    }

    private Rule?[] ByFault()
    {
        var rules = new Rule?[2 * (byte.MaxValue + 1)];
        foreach (Rule rule in Rules)
        {
            foreach (FaultKind fault in rule.Faults)
            {
                rules[Slot(Encoding(rule), fault)] = rule;
            }
        }

        return rules;
    }

    private static int Slot(DocumentEncoding encoding, FaultKind fault) => ((int)encoding << 8) | (int)fault;

    private static DocumentEncoding Encoding(Rule rule) => rule.Area == "JSN" ? DocumentEncoding.Json : DocumentEncoding.Cbor;
}
