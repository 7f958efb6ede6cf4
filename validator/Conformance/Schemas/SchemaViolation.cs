using Conformance.Documents;

namespace Conformance.Schemas;

/// <summary>
/// One assertion that an instance doesn't meet. Where it is in the instance follows from <see cref="Instance"/>
/// (<see cref="NodePointer.Of"/>, <see cref="Node.Offset"/>).
/// </summary>
public sealed record SchemaViolation
{
    /// <summary>The value that violates; for a missing member the map that lacks it, for a bad name the key.</summary>
    public required Node Instance { get; init; }

    /// <summary>The keyword whose assertion fails; <c>false</c> for the boolean schema.</summary>
    public required string Keyword { get; init; }

    /// <summary>Whether it is invalid or could not be judged.</summary>
    public ViolationKind Kind { get; init; }

    /// <summary>Absolute URI of the keyword: that of its schema resource, <c>#</c> and a JSON Pointer (RFC 6901).</summary>
    public required string SchemaLocation { get; init; }

    /// <summary>JSON Pointer of the keywords that led here from the root schema, references included.</summary>
    public required string EvaluationPath { get; init; }

    /// <summary>The rule that the schema names for it (<c>x-rule</c>), or null.</summary>
    public string? Rule { get; init; }

    /// <summary>The member that is meant: the one that is missing or not allowed, otherwise the last segment of the instance's pointer; empty for the root.</summary>
    public required string Name { get; init; }

    /// <summary>What the schema asks for, in a few words: "a string", "at most 255 bytes".</summary>
    public required string Expected { get; init; }

    /// <summary>What is there, in a few words: kind and, unless it is secret, a cut and quoted value.</summary>
    public required string Actual { get; init; }

    /// <summary>
    /// Position (from 0, in the order of the evaluation) of the summary that this violation is a cause of, or -1. A summary is the
    /// violation of <c>anyOf</c> or <c>oneOf</c>; its causes are those of the branch that comes closest.
    /// </summary>
    public int Parent { get; init; } = -1;
}
