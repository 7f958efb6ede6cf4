using System.Collections.Immutable;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Catalogue;

/// <summary>A rule as the catalogue has it. The check is elsewhere; all text is here, and is made of the rule's JSON when somebody asks for it.</summary>
public sealed class Rule
{
    private readonly Node _json;

    /// <summary>A rule of a rule file.</summary>
    /// <param name="json">The rule's object.</param>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    /// <exception cref="ArgumentException">A name stands for no severity or status.</exception>
    internal Rule(Node json)
    {
        _json = json;
        Id = CatalogueJson.Text(json, "id"u8);
        Name = CatalogueJson.Text(json, "name"u8);
        Severity = CatalogueJson.Severity(CatalogueJson.Member(json, "severity"u8));
        Level = CatalogueJson.Text(json, "level"u8);
        Status = CatalogueJson.Status(CatalogueJson.Member(json, "status"u8));
    }

    /// <summary>Three letters and three digits, never reused.</summary>
    public string Id { get; }

    /// <summary>The name in PascalCase, stable like the id.</summary>
    public string Name { get; }

    /// <summary>One line: what a finding of this rule says in general.</summary>
    public string Title => CatalogueJson.Text(_json, "title"u8);

    /// <summary>The severity where no profile says otherwise.</summary>
    public Severity Severity { get; }

    /// <summary>The keyword of the requirement: <c>MUST</c>, <c>SHOULD</c>, <c>MAY</c>, or <c>-</c>.</summary>
    public string Level { get; }

    /// <summary>How firm the ground is.</summary>
    public RuleStatus Status { get; }

    /// <summary>Ids of the requirements that the rule checks; may be empty for rules of the project's own.</summary>
    public ImmutableArray<string> Requirements => CatalogueJson.Texts(CatalogueJson.Member(_json, "requirements"u8));

    /// <summary>The message, with the names of arguments between braces.</summary>
    public string Message => CatalogueJson.Text(_json, "message"u8);

    /// <summary>Why the rule exists: what goes wrong otherwise.</summary>
    public string Why => CatalogueJson.Text(_json, "why"u8);

    /// <summary>What to do about a finding.</summary>
    public string Repair => CatalogueJson.Text(_json, "repair"u8);

    /// <summary>An example that breaks the rule: JSON, CBOR diagnostic notation (RFC 8949 §8), or words.</summary>
    public string Bad => CatalogueJson.Text(_json, "bad"u8);

    /// <summary>The same, put right.</summary>
    public string Good => CatalogueJson.Text(_json, "good"u8);

    /// <summary>The sentences behind it.</summary>
    public ImmutableArray<RuleSource> Sources
    {
        get
        {
            Node sources = CatalogueJson.Member(_json, "sources"u8);
            ImmutableArray<RuleSource>.Builder read = ImmutableArray.CreateBuilder<RuleSource>(sources.Count);
            foreach (Node source in sources.Elements())
            {
                read.Add(CatalogueJson.Source(source));
            }

            return read.MoveToImmutable();
        }
    }

    /// <summary>What the strict readers report under this rule (rules of the areas JSN and CBR).</summary>
    public ImmutableArray<FaultKind> Faults
    {
        get
        {
            Node faults = _json.Get("faults"u8);
            ImmutableArray<FaultKind>.Builder read = ImmutableArray.CreateBuilder<FaultKind>(faults.Count);
            foreach (Node fault in faults.Elements())
            {
                read.Add(Enum.Parse<FaultKind>(fault.AsString()!));
            }

            return read.MoveToImmutable();
        }
    }

    /// <summary>Where implementations differ: who does what. Empty unless contested.</summary>
    public string Contested => _json.Get("contested"u8).AsString() ?? "";

    /// <summary>The first three letters of the id.</summary>
    public string Area => Id[..3];

    /// <summary>The severity that the rule has of its own in a profile.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="severity">The severity.</param>
    /// <returns>False when the profile's steps decide.</returns>
    public bool TryGetSeverity(string profile, out Severity severity)
    {
        foreach ((Node name, Node value) in _json.Get("profiles"u8).Members())
        {
            if (name.AsString() == profile)
            {
                severity = CatalogueJson.Severity(value);
                return true;
            }
        }

        severity = Severity;
        return false;
    }

    /// <summary>Makes all of it, so that what is missing or stands for nothing shows.</summary>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    /// <exception cref="ArgumentException">A name stands for no severity or fault.</exception>
    internal void Require()
    {
        foreach (Node severity in Values(_json.Get("profiles"u8)))
        {
            CatalogueJson.Severity(severity);
        }

        _ = (Title, Requirements, Message, Why, Repair, Bad, Good, Sources, Faults);

        static IEnumerable<Node> Values(Node map)
        {
            foreach ((_, Node value) in map.Members())
            {
                yield return value;
            }
        }
    }
}
