using Conformance.Documents;
using Conformance.Schemas;

namespace Conformance.Suites.Harness.Tests.Support;

/// <summary>Checks files against built-in schemas with the validator's reader and evaluator.</summary>
internal static class SchemaChecks
{
    /// <summary>What is wrong with a JSON text: faults of the text, and violations of the schema. That Matrix has no fractions is no matter of these files.</summary>
    public static IReadOnlyList<string> Violations(string schema, byte[] json)
    {
        Document document = DocumentReader.Read(json, DocumentEncoding.Json);
        return
        [
            .. document.Faults.ToArray().Where(fault => fault.Kind != FaultKind.Float).Select(fault => $"{fault.Kind} at {fault.Offset}"),
            .. BuiltInSchemas.Get(schema).Evaluate(document[0]).Select(violation =>
                $"{NodePointer.Of(violation.Instance)}: {violation.Keyword} {violation.Expected} but {violation.Actual}"),
        ];
    }
}
