using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Keywords;

/// <summary><c>not</c> (Core, section 10.2.1.4).</summary>
internal sealed class NotKeyword(SubSchema owner, SubSchema schema) : Keyword(owner, "not")
{
    public override int Order => 33;

    public override IEnumerable<SubSchema> InPlace => [schema];

    public override string Expected => "a value that does not fit the schema under \"not\"";

    public override bool Evaluate(Node node, ref Evaluation evaluation, ref EvaluatedSet evaluated)
    {
        bool collecting = evaluation.Collecting;
        int undetermined = evaluation.Undetermined;
        EvaluatedSet none = default;
        evaluation.Collecting = false;
        evaluation.Report?.Push(Name);
        bool fits = schema.Evaluate(node, ref evaluation, ref none);
        evaluation.Report?.Pop();
        evaluation.Collecting = collecting;
        if (evaluation.Undetermined != undetermined)
        {
            return false;
        }

        return !fits || Fail(node, ref evaluation);
    }
}
