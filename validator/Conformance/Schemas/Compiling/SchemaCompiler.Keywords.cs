using System.Collections.Frozen;
using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Keywords;

namespace Conformance.Schemas.Compiling;

/// <content>From a schema object to its keywords.</content>
internal sealed partial class SchemaCompiler
{
    private void Fill(SubSchema schema)
    {
        Node source = schema.Source;
        switch (source.Kind)
        {
            case NodeKind.True:
                break;
            case NodeKind.False:
                schema.Fill([new FalseKeyword(schema)], null, isSecret: false, tracks: false);
                break;
            case NodeKind.Map:
                FillObject(schema);
                break;
            default:
                Error(schema, "", "A schema is an object, true or false.");
                break;
        }
    }

    private void FillObject(SubSchema schema)
    {
        Vocabularies vocabularies = VocabulariesOf(schema);
        var reader = new KeywordReader(this, schema);
        var keywords = new List<Keyword>();
        reader.ReadCore(keywords);
        if (vocabularies.HasFlag(Vocabularies.Applicator))
        {
            reader.ReadApplicators(keywords);
        }

        reader.ReadMembers(keywords, vocabularies.HasFlag(Vocabularies.Applicator), vocabularies.HasFlag(Vocabularies.Validation));
        if (vocabularies.HasFlag(Vocabularies.Validation))
        {
            reader.ReadValidation(keywords);
        }

        bool tracks = false;
        if (vocabularies.HasFlag(Vocabularies.Unevaluated))
        {
            int before = keywords.Count;
            reader.ReadUnevaluated(keywords);
            tracks = keywords.Count > before;
        }

        reader.ReadFormat(keywords, Options.AssertFormats || vocabularies.HasFlag(Vocabularies.FormatAssertion));
        reader.CheckAnnotations(vocabularies);
        schema.Fill(keywords, ReadRules(schema), ReadSecret(schema), tracks);
    }

    private RuleMap? ReadRules(SubSchema schema)
    {
        Node value = schema.Source.Get("x-rule"u8);
        switch (value.Kind)
        {
            case NodeKind.None:
                return null;
            case NodeKind.Text:
                return new RuleMap(value.AsString(), FrozenDictionary<string, string>.Empty);
            case NodeKind.Map:
                var rules = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach ((Node keyword, Node rule) in value.Members())
                {
                    if (rule.Kind != NodeKind.Text)
                    {
                        Error(schema, "x-rule", "A rule id is a string.");
                        return null;
                    }

                    rules[keyword.AsString() ?? ""] = rule.AsString()!;
                }

                rules.Remove("*", out string? all);
                return new RuleMap(all, rules.ToFrozenDictionary(StringComparer.Ordinal));
            default:
                Error(schema, "x-rule", "The value is a rule id, or an object of rule ids by keyword.");
                return null;
        }
    }

    private bool ReadSecret(SubSchema schema)
    {
        Node value = schema.Source.Get("x-secret"u8);
        if (value.Kind is not (NodeKind.None or NodeKind.True or NodeKind.False))
        {
            Error(schema, "x-secret", "The value is true or false.");
        }

        return value.Kind == NodeKind.True;
    }
}
