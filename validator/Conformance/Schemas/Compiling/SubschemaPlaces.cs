using Conformance.Documents;

namespace Conformance.Schemas.Compiling;

/// <summary>Where the keywords of draft 2020-12 put schemas.</summary>
internal static class SubschemaPlaces
{
    /// <summary>The schemas directly within a schema.</summary>
    public static IEnumerable<Node> In(Node schema)
    {
        var found = new List<Node>();
        foreach ((Node key, Node value) in schema.Members())
        {
            switch (key.AsString())
            {
                case "not" or "if" or "then" or "else" or "items" or "contains" or "additionalProperties" or "propertyNames"
                    or "unevaluatedItems" or "unevaluatedProperties" or "contentSchema":
                    Add(found, value);
                    break;
                case "allOf" or "anyOf" or "oneOf" or "prefixItems":
                    foreach (Node element in value.Elements())
                    {
                        Add(found, element);
                    }

                    break;
                case "$defs" or "definitions" or "properties" or "patternProperties" or "dependentSchemas" or "dependencies":
                    foreach ((_, Node member) in value.Members())
                    {
                        Add(found, member);
                    }

                    break;
                default:
                    break;
            }
        }

        return found;
    }

    private static void Add(List<Node> found, Node schema)
    {
        if (schema.Kind == NodeKind.Map)
        {
            found.Add(schema);
        }
    }
}
