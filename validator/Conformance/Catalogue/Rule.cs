using System.Collections.Immutable;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Catalogue;

/// <summary>A rule as the catalogue has it. The check is elsewhere; all text is here.</summary>
public sealed record Rule
{
    /// <summary>Three letters and three digits, never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The name in PascalCase, stable like the id.</summary>
    public required string Name { get; init; }

    /// <summary>One line: what a finding of this rule says in general.</summary>
    public required string Title { get; init; }

    /// <summary>The severity where no profile says otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The keyword of the requirement: <c>MUST</c>, <c>SHOULD</c>, <c>MAY</c>, or <c>-</c>.</summary>
    public required string Level { get; init; }

    /// <summary>How firm the ground is.</summary>
    public required RuleStatus Status { get; init; }

    /// <summary>Ids of the requirements that the rule checks; may be empty for rules of the project's own.</summary>
    public required ImmutableArray<string> Requirements { get; init; }

    /// <summary>The message, with the names of arguments between braces.</summary>
    public required string Message { get; init; }

    /// <summary>Why the rule exists: what goes wrong otherwise.</summary>
    public required string Why { get; init; }

    /// <summary>What to do about a finding.</summary>
    public required string Repair { get; init; }

    /// <summary>An example that breaks the rule: JSON, CBOR diagnostic notation (RFC 8949 §8), or words.</summary>
    public required string Bad { get; init; }

    /// <summary>The same, put right.</summary>
    public required string Good { get; init; }

    /// <summary>The sentences behind it.</summary>
    public required ImmutableArray<RuleSource> Sources { get; init; }

    /// <summary>Severities that differ by profile.</summary>
    public required IReadOnlyDictionary<string, Severity> Profiles { get; init; }

    /// <summary>What the strict readers report under this rule (rules of the areas JSN and CBR).</summary>
    public ImmutableArray<FaultKind> Faults { get; init; } = [];

    /// <summary>Where implementations differ: who does what. Empty unless contested.</summary>
    public string Contested { get; init; } = "";

    /// <summary>The first three letters of the id.</summary>
    public string Area => Id[..3];
}
