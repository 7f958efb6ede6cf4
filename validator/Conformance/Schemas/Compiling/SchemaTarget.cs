using Conformance.Documents;

namespace Conformance.Schemas.Compiling;

/// <summary>Where a reference leads.</summary>
internal sealed record SchemaTarget(Node Node, SchemaResource Resource);
