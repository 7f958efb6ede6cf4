using Conformance.Documents;

namespace Conformance.Schemas.Compiling;

/// <summary>A schema in a document and the resource it belongs to, or is within; null for a document's root.</summary>
internal sealed record SchemaPlace(Node Schema, SchemaResource? Around);
