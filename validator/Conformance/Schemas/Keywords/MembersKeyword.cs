using Conformance.Documents;
using Conformance.Schemas.Evaluating;
using Conformance.Schemas.Values;

namespace Conformance.Schemas.Keywords;

/// <summary>
/// One pass over the members of a map for all keywords of a schema object that look at each: <c>properties</c>, <c>patternProperties</c>,
/// <c>additionalProperties</c>, <c>propertyNames</c>, and <c>required</c> by a mask.
/// </summary>
internal sealed class MembersKeyword : Keyword
{
    private readonly NameTable? _names;
    private readonly SubSchema?[] _schemas;
    private readonly ulong[] _requiredBits;
    private readonly ulong _required;
    private readonly PropertiesKeyword? _properties;
    private readonly PatternPropertiesKeyword? _patterns;
    private readonly AdditionalPropertiesKeyword? _additional;
    private readonly PropertyNamesKeyword? _propertyNames;
    private readonly RequiredKeyword? _requiredKeyword;

    /// <summary>A pass for the keywords that there are.</summary>
    public MembersKeyword(
        SubSchema owner,
        PropertiesKeyword? properties,
        PatternPropertiesKeyword? patterns,
        AdditionalPropertiesKeyword? additional,
        PropertyNamesKeyword? propertyNames,
        RequiredKeyword? required)
        : base(owner, "properties")
    {
        _properties = properties;
        _patterns = patterns;
        _additional = additional;
        _propertyNames = propertyNames;
        _requiredKeyword = required;
        List<string> names = [.. properties?.Names ?? []];
        foreach (string name in required?.Names ?? [])
        {
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        _schemas = new SubSchema?[names.Count];
        _requiredBits = new ulong[names.Count];
        properties?.Schemas.CopyTo(_schemas, 0);
        for (int i = 0; i < (required?.Names.Length ?? 0); i++)
        {
            _requiredBits[names.IndexOf(required!.Names[i])] |= 1UL << i;
            _required |= 1UL << i;
        }

        _names = names.Count > 0 ? new NameTable(names) : null;
    }

    public override int Order => 10;

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (node.Kind != NodeKind.Map)
        {
            return true;
        }

        Document document = node.Document;
        bool valid = true;
        ulong seen = 0;
        int count = node.Count;
        int index = node.Index + 1;
        for (int position = 0; position < count && (valid || evaluation.Collecting); position++)
        {
            ref NodeRecord key = ref document.Record(index);
            int valueIndex = key.Next;
            int found = key.Kind == NodeKind.Text && _names is not null ? _names.Find(document.TextOf(key)) : -1;
            var value = new Node(document, valueIndex);
            bool taken = false;
            if (found >= 0)
            {
                seen |= _requiredBits[found];
                if (_schemas[found] is { } schema)
                {
                    taken = true;
                    valid &= schema.IsTrivial || _properties!.Apply(found, value, ref evaluation);
                }
            }

            if (_patterns is not null)
            {
                valid &= _patterns.Apply(new Node(document, index), value, ref evaluation, ref taken);
            }

            if (!taken && _additional is not null)
            {
                taken = true;
                valid &= _additional.Apply(value, ref evaluation);
            }

            if (_propertyNames is not null)
            {
                valid &= _propertyNames.Apply(new Node(document, index), ref evaluation);
            }

            if (taken)
            {
                evaluated.Add(position);
            }

            index = document.Record(valueIndex).Next;
        }

        if ((_required & ~seen) != 0 && (valid || evaluation.Collecting))
        {
            valid = FailMissing(node, _required & ~seen, ref evaluation);
        }

        return valid;
    }

    private bool FailMissing(Node node, ulong missing, ref Evaluation evaluation)
    {
        for (; missing != 0 && evaluation.Collecting; missing &= missing - 1)
        {
            _requiredKeyword!.FailMissing(node, System.Numerics.BitOperations.TrailingZeroCount(missing), ref evaluation);
        }

        return false;
    }
}
