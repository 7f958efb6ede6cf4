using Conformance.Documents;

namespace Conformance.Schemas.Compiling;

/// <summary>Where the keywords of draft 2020-12 put schemas.</summary>
internal static class SubschemaPlaces
{
    /// <summary>Puts the schemas directly within a schema on a stack.</summary>
    public static void Push(Node schema, SchemaResource around, Stack<SchemaPlace> stack)
    {
        foreach ((Node key, Node value) in schema.Members())
        {
            switch (key.AsString())
            {
                case "not" or "if" or "then" or "else" or "items" or "contains" or "additionalProperties" or "propertyNames"
                    or "unevaluatedItems" or "unevaluatedProperties" or "contentSchema":
                    Push(stack, value, around);
                    break;
                case "allOf" or "anyOf" or "oneOf" or "prefixItems":
                    foreach (Node element in value.Elements())
                    {
                        Push(stack, element, around);
                    }

                    break;
                case "$defs" or "definitions" or "properties" or "patternProperties" or "dependentSchemas" or "dependencies":
                    foreach ((_, Node member) in value.Members())
                    {
                        Push(stack, member, around);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static void Push(Stack<SchemaPlace> stack, Node schema, SchemaResource around)
    {
        if (schema.Kind == NodeKind.Map)
        {
            stack.Push(new SchemaPlace(schema, around));
        }
    }
}
