namespace Conformance.Catalogue;

/// <summary>A group of rules.</summary>
/// <param name="Id">The three letters that the ids of its rules begin with.</param>
/// <param name="Title">What the rules are about.</param>
public sealed record RuleArea(string Id, string Title);
