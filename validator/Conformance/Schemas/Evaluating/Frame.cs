using Conformance.Documents;

namespace Conformance.Schemas.Evaluating;

/// <summary>A schema that is being applied, and to what.</summary>
internal readonly record struct Frame(SubSchema Schema, Node Node);
