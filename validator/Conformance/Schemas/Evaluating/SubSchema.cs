using Conformance.Documents;
using Conformance.Schemas.Compiling;

namespace Conformance.Schemas.Evaluating;

/// <summary>One schema object or boolean schema, compiled. Filled by the compiler after its creation, since schemas refer to one another.</summary>
internal sealed class SubSchema(SchemaResource resource, Node source)
{
    private Keyword[] _keywords = [];
    private bool _tracks;
    private string? _location;

    /// <summary>The schema resource it belongs to.</summary>
    public SchemaResource Resource { get; } = resource;

    /// <summary>Where it stands in its document.</summary>
    public Node Source { get; } = source;

    /// <summary>Whether this is the boolean schema <c>false</c>; what applies it then reports in its own name.</summary>
    public bool IsFalse { get; init; }

    /// <summary>Whether nothing can fail it and nobody needs to know that it was applied.</summary>
    public bool IsTrivial { get; private set; } = true;

    /// <summary>Rules for violations, or null.</summary>
    public RuleMap? Rules { get; private set; }

    /// <summary>Whether values are secret from here on.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>Whether it makes the value secret, or a schema that it applies to the same instance does. Set once all is compiled.</summary>
    public bool HidesValue { get; set; }

    /// <summary>Absolute URI with a JSON Pointer as fragment.</summary>
    public string Location => _location ??= Resource.Locate(Source);

    /// <summary>The keywords, in the order in which they run.</summary>
    public ReadOnlySpan<Keyword> Keywords => _keywords;

    /// <summary>Fills in what was compiled.</summary>
    public void Fill(List<Keyword> keywords, RuleMap? rules, bool isSecret, bool tracks)
    {
        _keywords = Sorted(keywords);
        _tracks = tracks;
        Rules = rules;
        IsSecret = isSecret;
        IsTrivial = _keywords.Length == 0 && !isSecret;
    }

    /// <summary>Evaluates a node. What is evaluated of it goes into the set, if that tracks.</summary>
    public bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        if (IsTrivial)
        {
            return true;
        }

        if (!evaluation.Enter(this, node))
        {
            return false;
        }

        if (evaluation.Report is not null)
        {
            evaluation.Report.EnterFrame(this, node);
        }

        bool valid;
        if (_tracks)
        {
            var own = new EvaluatedSet(node.Count);
            valid = Run(node, ref evaluation, ref own);

            // What fails leaves no annotations, but then the whole is invalid anyway; keeping them avoids violations that only follow from the first.
            if (valid || evaluation.Collecting)
            {
                evaluated.Merge(own);
            }

            own.Dispose();
        }
        else
        {
            valid = Run(node, ref evaluation, ref evaluated);
        }

        evaluation.Report?.LeaveFrame();
        evaluation.Leave();
        return valid;
    }

    private bool Run(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        bool valid = true;
        foreach (Keyword keyword in _keywords)
        {
            if (!keyword.Evaluate(node, ref evaluation, ref evaluated))
            {
                valid = false;
                if (!evaluation.Collecting)
                {
                    break;
                }
            }
        }

        return valid;
    }

    private static Keyword[] Sorted(List<Keyword> keywords)
    {
        Keyword[] sorted = [.. keywords];
        for (int i = 1; i < sorted.Length; i++)
        {
            Keyword keyword = sorted[i];
            int at = i;
            while (at > 0 && sorted[at - 1].Order > keyword.Order)
            {
                sorted[at] = sorted[at - 1];
                at--;
            }

            sorted[at] = keyword;
        }

        return sorted;
    }
}
