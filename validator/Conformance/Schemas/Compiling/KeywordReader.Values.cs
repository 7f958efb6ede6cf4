using System.Text;
using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Patterns;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Compiling;

/// <content>Values of keywords, checked.</content>
internal sealed partial class KeywordReader
{
    private static void Add<T>(List<Keyword> keywords, T? value, Func<T, Keyword> make)
        where T : class
    {
        if (value is not null)
        {
            keywords.Add(make(value));
        }
    }

    private static void Add(List<Keyword> keywords, long? value, Func<long, Keyword> make)
    {
        if (value is { } given)
        {
            keywords.Add(make(given));
        }
    }

    private static void Add(List<Keyword> keywords, Node value, Func<Node, Keyword> make)
    {
        if (value.Exists)
        {
            keywords.Add(make(value));
        }
    }

    private Node Get(string name) => _source.Get(Encoding.UTF8.GetBytes(name));

    private void Wrong(string keyword, string expected) => compiler.Error(schema, keyword, $"The value of {keyword} must be {expected}.");

    private SubSchema Require(Node value) => compiler.Require(value, schema.Resource);

    private string? Text(string name)
    {
        Node value = Get(name);
        if (value.Kind is not (NodeKind.None or NodeKind.Text))
        {
            Wrong(name, "a string");
        }

        return value.AsString();
    }

    private bool Flag(string name)
    {
        Node value = Get(name);
        if (value.Kind is not (NodeKind.None or NodeKind.True or NodeKind.False))
        {
            Wrong(name, "true or false");
        }

        return value.Kind == NodeKind.True;
    }

    private SubSchema? Schema(string name)
    {
        Node value = Get(name);
        return value.Exists ? Require(value) : null;
    }

    private SubSchema[]? Schemas(string name)
    {
        Node value = Get(name);
        if (!value.Exists)
        {
            return null;
        }

        if (value.Kind != NodeKind.Array || value.Count == 0)
        {
            Wrong(name, "an array of at least one schema");
            return null;
        }

        var schemas = new List<SubSchema>(value.Count);
        foreach (Node element in value.Elements())
        {
            schemas.Add(Require(element));
        }

        return [.. schemas];
    }

    private void Members(string name, Action<string, Node> each)
    {
        Node value = Get(name);
        if (value.Exists && value.Kind != NodeKind.Map)
        {
            Wrong(name, "an object");
        }

        foreach ((Node key, Node member) in value.Members())
        {
            each(key.AsString() ?? "", member);
        }
    }

    private string[]? Strings(string name) => Get(name) is { Exists: true } value ? Strings(name, value) : null;

    private string[]? Strings(string name, Node array)
    {
        var texts = new List<string>(array.Count);
        foreach (Node element in array.Elements())
        {
            if (element.AsString() is { } text && !texts.Contains(text))
            {
                texts.Add(text);
            }
        }

        if (array.Kind == NodeKind.Array && texts.Count == array.Count)
        {
            return [.. texts];
        }

        Wrong(name, "an array of different strings");
        return null;
    }

    private Node Number(string name)
    {
        Node value = Get(name);
        if (value.Exists && !JsonType.IsNumber(value))
        {
            Wrong(name, "a number");
            return default;
        }

        return value;
    }

    /// <summary>A whole number from 0, which may be written with a fraction of zero.</summary>
    private long? Limit(string name)
    {
        Node value = Get(name);
        if (!value.Exists)
        {
            return null;
        }

        if (!JsonType.IsInteger(value) || value.DoubleValue < 0)
        {
            Wrong(name, "a whole number from 0");
            return null;
        }

        return value.DoubleValue >= long.MaxValue ? long.MaxValue
            : value.Kind == NodeKind.Integer ? value.Int64Value
            : (long)value.DoubleValue;
    }

    private PatternMatcher? Pattern(string keyword, string source)
    {
        if (PatternMatcher.TryCreate(source, compiler.Options.RegexTimeout, out string problem) is { } matcher)
        {
            return matcher;
        }

        compiler.Error(schema, keyword, $"The regular expression {source} can't be used: {problem}");
        return null;
    }
}
