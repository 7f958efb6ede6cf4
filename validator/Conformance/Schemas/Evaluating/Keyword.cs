using Conformance.Documents;

namespace Conformance.Schemas.Evaluating;

/// <summary>One keyword of one schema object, compiled. Immutable once the schema is compiled.</summary>
internal abstract class Keyword(SubSchema owner, string name)
{
    /// <summary>The schema object it stands in.</summary>
    public SubSchema Owner { get; } = owner;

    /// <summary>Its name, as in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>Lower ones run first: cheap assertions, then applicators, then what needs to know what others evaluated.</summary>
    public virtual int Order => 0;

    /// <summary>The schemas it applies to the same instance.</summary>
    public virtual IEnumerable<SubSchema> InPlace => [];

    /// <summary>Evaluates a node. Returns false when the keyword fails or can't be judged; failures are reported where wanted.</summary>
    public abstract bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated);

    /// <summary>What the keyword asks for, in a few words. Made only for reports.</summary>
    public virtual string Expected => "";

    /// <summary>Fails, with the words of the keyword and the value.</summary>
    protected bool Fail(Node node, ref Evaluation evaluation)
    {
        if (evaluation.Collecting)
        {
            evaluation.Report!.Add(this, node);
        }

        return false;
    }

    /// <summary>Gives up, since a limit was reached.</summary>
    protected bool GiveUp(Node node, ref Evaluation evaluation, string limit)
    {
        evaluation.Undetermined++;
        evaluation.Report?.AddUndetermined(this, node, limit);
        return false;
    }
}
