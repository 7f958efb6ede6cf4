using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Keywords;
using Conformance.Schemas.Patterns;

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
            if (anchor is not null && found.Resource.DynamicAnchors.TryGetValue(anchor, out Node anchored) && anchored.Index == found.Node.Index)
            {
                compiler.UseDynamicScope();
                keywords.Add(new DynamicRefKeyword(schema, initial, compiler.DynamicAnchors(anchor)));
            }
            else
            {
                keywords.Add(new RefKeyword(schema, "$dynamicRef", initial));
            }
        }

        Members("$defs", _ => { });
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
        var dependent = new List<(string, SubSchema)>();
        Members("dependentSchemas", member => dependent.Add((member.Name, Require(member.Value))));
        if (dependent.Count > 0)
        {
            keywords.Add(new DependentSchemasKeyword(schema, "dependentSchemas", [.. dependent]));
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
            var named = new List<(string Name, SubSchema Schema)>();
            Members("properties", member => named.Add((member.Name, Require(member.Value))));
            properties = named.Count == 0 ? null
                : new PropertiesKeyword(schema, [.. named.Select(n => n.Name)], [.. named.Select(n => n.Schema)]);
            var matched = new List<(string, PatternMatcher, SubSchema)>();
            Members("patternProperties", member =>
            {
                if (Pattern("patternProperties", member.Name) is { } matcher)
                {
                    matched.Add((member.Name, matcher, Require(member.Value)));
                }
            });
            patterns = matched.Count == 0 ? null : new PatternPropertiesKeyword(schema, [.. matched]);
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

    /// <summary><c>unevaluatedItems</c> and <c>unevaluatedProperties</c>.</summary>
    public void ReadUnevaluated(List<Keyword> keywords)
    {
        Add(keywords, Schema("unevaluatedItems"), items => new UnevaluatedItemsKeyword(schema, items));
        Add(keywords, Schema("unevaluatedProperties"), members => new UnevaluatedPropertiesKeyword(schema, members));
    }

    /// <summary><c>dependencies</c> of earlier drafts, which 2020-12 lets an implementation support.</summary>
    private void ReadDependencies(List<Keyword> keywords)
    {
        var schemas = new List<(string, SubSchema)>();
        var required = new List<(string, string[])>();
        Members("dependencies", member =>
        {
            if (member.Value.Kind == NodeKind.Array)
            {
                required.Add((member.Name, [.. Strings("dependencies", member.Value) ?? []]));
            }
            else
            {
                schemas.Add((member.Name, Require(member.Value)));
            }
        });
        if (schemas.Count > 0)
        {
            keywords.Add(new DependentSchemasKeyword(schema, "dependencies", [.. schemas]));
        }

        if (required.Count > 0)
        {
            keywords.Add(new DependentRequiredKeyword(schema, "dependencies", [.. required]));
        }
    }
}
