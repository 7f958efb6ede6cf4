using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>type</c> (Validation, section 6.1.1).</summary>
internal sealed class TypeKeyword : Keyword
{
    private readonly uint _kinds;
    private readonly bool _integersOnly;
    private readonly string[] _types;

    public TypeKeyword(SubSchema owner, string[] types)
        : base(owner, "type")
    {
        _types = types;
        foreach (string type in types)
        {
            _kinds |= KindsOf(type);
        }

        _integersOnly = types.Contains("integer") && !types.Contains("number");
    }

    public override int Order => -100;

    public override string Expected => Words.OneOf([.. _types.Select(Article)]);

    /// <summary>Whether a name is one of the seven types.</summary>
    public static bool IsType(string name) => KindsOf(name) != 0;

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        NodeKind kind = node.Kind;
        if ((_kinds >> (int)kind & 1) == 0)
        {
            return Fail(node, ref evaluation);
        }

        if (kind != NodeKind.Float)
        {
            return true;
        }

        return (_integersOnly ? JsonType.IsInteger(node) : JsonType.IsNumber(node)) || Fail(node, ref evaluation);
    }

    private static uint KindsOf(string type) => type switch
    {
        "null" => 1u << (int)NodeKind.Null,
        "boolean" => (1u << (int)NodeKind.True) | (1u << (int)NodeKind.False),
        "integer" or "number" => (1u << (int)NodeKind.Integer) | (1u << (int)NodeKind.Float),
        "string" => 1u << (int)NodeKind.Text,
        "array" => 1u << (int)NodeKind.Array,
        "object" => 1u << (int)NodeKind.Map,
        _ => 0,
    };

    private static string Article(string type) => type switch
    {
        "null" => "null",
        "integer" or "array" or "object" => "an " + type,
        _ => "a " + type,
    };
}
