using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Keywords;

namespace Conformance.Schemas.Compiling;

/// <summary>Reads the keywords of one schema object. A value that a keyword can't have is an error of the schema.</summary>
internal sealed partial class KeywordReader(SchemaCompiler compiler, SubSchema schema)
{
    private readonly Node _source = schema.Source;

    /// <summary><c>$ref</c>, <c>$dynamicRef</c>, and what identifiers look like.</summary>
    public void ReadCore(List<Keyword> keywords)
    {
        foreach (string name in new[] { "$id", "$schema", "$anchor", "$dynamicAnchor", "$comment" })
        {
            if (Get(name) is { Exists: true } value && value.Kind != NodeKind.Text)
            {
                Wrong(name, "a string");
            }
        }

        if (Text("$ref") is { } reference && compiler.RequireReference(schema, "$ref", reference) is { } target)
        {
            keywords.Add(new RefKeyword(schema, "$ref", target));
        }

        if (Text("$dynamicRef") is { } dynamicReference && compiler.FindReference(schema, "$dynamicRef", dynamicReference) is { } found)
        {
            SubSchema initial = compiler.Require(found.Node, found.Resource);
            string? anchor = SchemaUri.SplitFragment(dynamicReference).Fragment;
            if (anchor is not null && found.Resource.Anchors.TryGetValue(anchor, out Anchor? anchored) && anchored.IsDynamic)
            {
                compiler.UseDynamicScope();
                keywords.Add(new DynamicRefKeyword(schema, initial, compiler.DynamicAnchors(anchor)));
            }
            else
            {
                keywords.Add(new RefKeyword(schema, "$dynamicRef", initial));
            }
        }

        Members("$defs", (_, _) => { });
    }

    /// <summary>The keywords that apply schemas in place or to elements.</summary>
    public void ReadApplicators(List<Keyword> keywords)
    {
        Add(keywords, Schemas("allOf"), schemas => new AllOfKeyword(schema, schemas));
        Add(keywords, Schemas("anyOf"), schemas => new AnyOfKeyword(schema, schemas));
        Add(keywords, Schemas("oneOf"), schemas => new OneOfKeyword(schema, schemas));
        Add(keywords, Schema("not"), negated => new NotKeyword(schema, negated));
        SubSchema? then = Schema("then");
        SubSchema? otherwise = Schema("else");
        Add(keywords, Schema("if"), condition => new IfKeyword(schema, condition, then, otherwise));
        SubSchema[]? prefix = Schemas("prefixItems");
        Add(keywords, prefix, schemas => new PrefixItemsKeyword(schema, schemas));
        Add(keywords, Schema("items"), items => new ItemsKeyword(schema, items, prefix?.Length ?? 0));
        long? min = Limit("minContains");
        long? max = Limit("maxContains");
        Add(keywords, Schema("contains"), contained => new ContainsKeyword(schema, contained, min, max));
        var names = new List<string>();
        var dependent = new List<SubSchema>();
        Members("dependentSchemas", (name, value) =>
        {
            names.Add(name);
            dependent.Add(Require(value));
        });
        if (names.Count > 0)
        {
            keywords.Add(new DependentSchemasKeyword(schema, "dependentSchemas", [.. names], [.. dependent]));
        }

        ReadDependencies(keywords);
    }

    /// <summary>The keywords that look at each member, as one.</summary>
    public void ReadMembers(List<Keyword> keywords, bool applicators, bool validation)
    {
        PropertiesKeyword? properties = null;
        PatternPropertiesKeyword? patterns = null;
        AdditionalPropertiesKeyword? additional = null;
        PropertyNamesKeyword? names = null;
        RequiredKeyword? required = null;
        if (applicators)
        {
            properties = ReadProperties();
            patterns = ReadPatternProperties();
            additional = Schema("additionalProperties") is { } rest ? new AdditionalPropertiesKeyword(schema, rest) : null;
            names = Schema("propertyNames") is { } name ? new PropertyNamesKeyword(schema, name) : null;
        }

        if (validation && Strings("required") is { Length: > 0 } requiredNames)
        {
            required = new RequiredKeyword(schema, requiredNames);
            if (requiredNames.Length > 64)
            {
                keywords.Add(required);
                required = null;
            }
        }

        if (properties is not null || patterns is not null || additional is not null || names is not null || required is not null)
        {
            keywords.Add(new MembersKeyword(schema, properties, patterns, additional, names, required));
        }
    }

    private PropertiesKeyword? ReadProperties()
    {
        var names = new List<string>();
        var schemas = new List<SubSchema>();
        Members("properties", (name, value) =>
        {
            names.Add(name);
            schemas.Add(Require(value));
        });
        return names.Count == 0 ? null : new PropertiesKeyword(schema, [.. names], [.. schemas]);
    }

    private PatternPropertiesKeyword? ReadPatternProperties()
    {
        var patterns = new List<MemberPattern>();
        Members("patternProperties", (name, value) =>
        {
            if (Pattern("patternProperties", name) is { } matcher)
            {
                patterns.Add(new MemberPattern(name, matcher, Require(value)));
            }
        });
        return patterns.Count == 0 ? null : new PatternPropertiesKeyword(schema, [.. patterns]);
    }

    /// <summary><c>unevaluatedItems</c> and <c>unevaluatedProperties</c>.</summary>
    public void ReadUnevaluated(List<Keyword> keywords)
    {
        Add(keywords, Schema("unevaluatedItems"), items => new UnevaluatedItemsKeyword(schema, items));
        Add(keywords, Schema("unevaluatedProperties"), members => new UnevaluatedPropertiesKeyword(schema, members));
    }

    /// <summary><c>dependencies</c> of earlier drafts, which 2020-12 lets an implementation support.</summary>
    private void ReadDependencies(List<Keyword> keywords)
    {
        var schemaNames = new List<string>();
        var schemas = new List<SubSchema>();
        var requiredNames = new List<string>();
        var required = new List<string[]>();
        Members("dependencies", (name, value) =>
        {
            if (value.Kind == NodeKind.Array)
            {
                requiredNames.Add(name);
                required.Add(Strings("dependencies", value) ?? []);
            }
            else
            {
                schemaNames.Add(name);
                schemas.Add(Require(value));
            }
        });
        if (schemas.Count > 0)
        {
            keywords.Add(new DependentSchemasKeyword(schema, "dependencies", [.. schemaNames], [.. schemas]));
        }

        if (required.Count > 0)
        {
            keywords.Add(new DependentRequiredKeyword(schema, "dependencies", [.. requiredNames], [.. required]));
        }
    }
}
