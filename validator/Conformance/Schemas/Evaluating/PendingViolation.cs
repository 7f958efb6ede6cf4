using Conformance.Documents;

namespace Conformance.Schemas.Evaluating;

/// <summary>A violation before it is known which values are secret.</summary>
internal sealed record PendingViolation(
    Keyword Keyword,
    Node Node,
    string EvaluationPath,
    string? Rule,
    bool InSecret,
    int Parent,
    ViolationKind Kind)
{
    /// <summary>The keyword to name, when it isn't the keyword's own name.</summary>
    public string? KeywordName { get; init; }

    /// <summary>A member's name from the schema.</summary>
    public string? Name { get; init; }

    /// <summary>What is asked for, when it isn't what the keyword says.</summary>
    public string? Expected { get; init; }

    /// <summary>What is there, when it isn't the value; holds nothing of the instance.</summary>
    public string? Actual { get; init; }
}
