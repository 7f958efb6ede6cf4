using System.Collections.Immutable;

namespace Conformance.Catalogue;

/// <summary>One requirement of a document, in the project's own words.</summary>
/// <param name="Id">The id, as in <c>MSPF-20</c>.</param>
/// <param name="Level">The keyword, or <c>-</c>.</param>
/// <param name="Status">How the text says it.</param>
/// <param name="Text">The requirement.</param>
/// <param name="Source">Where the document says it.</param>
/// <param name="Rules">Ids of the rules that check it: those that name it.</param>
/// <param name="Untested">Why no rule checks it; null when one does.</param>
public sealed record Requirement(
    string Id, string Level, RuleStatus Status, string Text, RuleSource Source, ImmutableArray<string> Rules, string? Untested);
