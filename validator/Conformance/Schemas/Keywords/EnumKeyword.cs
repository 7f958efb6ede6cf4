using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary><c>enum</c> (Validation, section 6.1.2).</summary>
internal sealed class EnumKeyword : Keyword
{
    private readonly Node[] _values;
    private readonly Node[] _notTexts;
    private readonly NameTable? _texts;

    public EnumKeyword(SubSchema owner, Node[] values)
        : base(owner, "enum")
    {
        _values = values;
        _notTexts = Array.FindAll(values, value => value.Kind != NodeKind.Text);
        var texts = new List<string>();
        foreach (Node value in values)
        {
            if (value.AsString() is { } text && !texts.Contains(text))
            {
                texts.Add(text);
            }
        }

        _texts = texts.Count > 0 ? new NameTable(texts) : null;
    }

    public override int Order => -90;

    public override string Expected => Words.OneOf([.. _values.Select(Words.Value)]);

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind == NodeKind.Text)
        {
            return (_texts is not null && _texts.Find(node.Utf8) >= 0) || Fail(node, ref evaluation);
        }

        foreach (Node value in _notTexts)
        {
            if (NodeEquality.AreEqual(value, node))
            {
                return true;
            }
        }

        return Fail(node, ref evaluation);
    }
}
