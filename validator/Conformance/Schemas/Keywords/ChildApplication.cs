using System.Runtime.CompilerServices;
using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary>Applies a schema to a member or element for a keyword. The schema <c>false</c> is reported in the keyword's own name.</summary>
internal sealed class ChildApplication(SubSchema owner, string name, string thing = "member") : Keyword(owner, name)
{
    public override string Expected => $"no such {thing}";

    /// <summary>Applies a schema; the name or position is that in the keyword's value, for the evaluation path.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Apply(SubSchema schema, Node child, ref Evaluation evaluation, string? member = null, int position = -1)
    {
        EvaluatedSet none = default;
        return evaluation.Report is null
            ? schema.Evaluate(child, ref evaluation, ref none)
            : ApplyReporting(schema, child, ref evaluation, member, position);
    }

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated) => Fail(node, ref evaluation);

    private bool ApplyReporting(SubSchema schema, Node child, ref Evaluation evaluation, string? member, int position)
    {
        if (schema.IsFalse)
        {
            return Fail(child, ref evaluation);
        }

        EvaluatedSet none = default;
        Report report = evaluation.Report!;
        report.Push(Name, member, position);
        bool valid = schema.Evaluate(child, ref evaluation, ref none);
        report.Pop();
        return valid;
    }
}
