namespace Conformance.Schemas;

/// <summary>Why a schema can't be compiled.</summary>
/// <param name="Location">Absolute URI of the place in the schema, with a JSON Pointer as fragment.</param>
/// <param name="Keyword">The keyword at fault, or empty.</param>
/// <param name="Problem">What is wrong, in English.</param>
public sealed record SchemaError(string Location, string Keyword, string Problem);
