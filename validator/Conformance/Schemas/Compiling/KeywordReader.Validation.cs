using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Keywords;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Compiling;

/// <content>The validation vocabulary, format, and annotations.</content>
internal sealed partial class KeywordReader
{
    /// <summary>The assertions on one value.</summary>
    public void ReadValidation(List<Keyword> keywords)
    {
        ReadType(keywords);
        if (Get("enum") is { Exists: true } values)
        {
            if (values.Kind == NodeKind.Array)
            {
                var choices = new Node[values.Count];
                int count = 0;
                foreach (Node choice in values.Elements())
                {
                    choices[count++] = choice;
                }

                keywords.Add(new EnumKeyword(schema, choices));
            }
            else
            {
                Wrong("enum", "an array");
            }
        }

        if (Get("const") is { Exists: true } constant)
        {
            keywords.Add(new ConstKeyword(schema, constant));
        }

        ReadNumbers(keywords);
        Add(keywords, Limit("maxLength"), limit => new MaxLengthKeyword(schema, limit));
        Add(keywords, Limit("minLength"), limit => new MinLengthKeyword(schema, limit));
        Add(keywords, Limit("x-maxBytes"), limit => new MaxBytesKeyword(schema, limit));
        Add(keywords, Limit("maxItems"), limit => new MaxItemsKeyword(schema, limit));
        Add(keywords, Limit("minItems"), limit => new MinItemsKeyword(schema, limit));
        Add(keywords, Limit("maxProperties"), limit => new MaxPropertiesKeyword(schema, limit));
        Add(keywords, Limit("minProperties"), limit => new MinPropertiesKeyword(schema, limit));
        if (Text("pattern") is { } pattern && Pattern("pattern", pattern) is { } matcher)
        {
            keywords.Add(new PatternKeyword(schema, pattern, matcher));
        }

        if (Flag("uniqueItems"))
        {
            keywords.Add(new UniqueItemsKeyword(schema));
        }

        var names = new List<string>();
        var dependent = new List<string[]>();
        Members("dependentRequired", (name, value) =>
        {
            names.Add(name);
            dependent.Add(Strings("dependentRequired", value) ?? []);
        });
        if (names.Count > 0)
        {
            keywords.Add(new DependentRequiredKeyword(schema, "dependentRequired", [.. names], [.. dependent]));
        }
    }

    /// <summary><c>format</c>; unknown formats are annotations only.</summary>
    public void ReadFormat(List<Keyword> keywords, bool asserts)
    {
        if (Text("format") is { } format && asserts && compiler.Options.Formats.Find(format) is { } check)
        {
            keywords.Add(new FormatKeyword(schema, format, check));
        }
    }

    /// <summary>Keywords that assert nothing: only that their values are what the draft says.</summary>
    public void CheckAnnotations(Vocabularies vocabularies)
    {
        if (vocabularies.HasFlag(Vocabularies.Content))
        {
            Text("contentEncoding");
            Text("contentMediaType");
            Schema("contentSchema");
        }

        if (vocabularies.HasFlag(Vocabularies.MetaData))
        {
            Text("title");
            Text("description");
            Flag("deprecated");
            Flag("readOnly");
            Flag("writeOnly");
            if (Get("examples") is { Exists: true, Kind: not NodeKind.Array })
            {
                Wrong("examples", "an array");
            }
        }
    }

    private void ReadType(List<Keyword> keywords)
    {
        Node type = Get("type");
        string[]? types = type.Kind switch
        {
            NodeKind.None => null,
            NodeKind.Text => [type.AsString()!],
            NodeKind.Array => Strings("type"),
            _ => [""],
        };
        if (types is null)
        {
            return;
        }

        if (types.Length == 0 || !types.All(TypeKeyword.IsType))
        {
            Wrong("type", "one of the seven types, or an array of them");
            return;
        }

        keywords.Add(new TypeKeyword(schema, types));
    }

    private void ReadNumbers(List<Keyword> keywords)
    {
        Add(keywords, Number("maximum"), limit => new MaximumKeyword(schema, limit));
        Add(keywords, Number("exclusiveMaximum"), limit => new ExclusiveMaximumKeyword(schema, limit));
        Add(keywords, Number("minimum"), limit => new MinimumKeyword(schema, limit));
        Add(keywords, Number("exclusiveMinimum"), limit => new ExclusiveMinimumKeyword(schema, limit));
        if (Number("multipleOf") is { Exists: true } divisor)
        {
            if (new SchemaNumber(divisor).IsPositive)
            {
                keywords.Add(new MultipleOfKeyword(schema, divisor));
            }
            else
            {
                Wrong("multipleOf", "a number above 0");
            }
        }
    }
}
