using Conformance.Events.Identifiers;
using Conformance.Profiles.Mspf;
using Conformance.Schemas;

namespace Conformance.Profiles.Federation;

/// <summary>
/// Evaluates bodies on the schemas under <c>schemas/federation/</c>. A violation is a finding of the rule that the schema names (<c>x-rule</c>); where it
/// names none, of the rule for the keyword.
/// </summary>
internal static class FederationSchemas
{
    private static readonly Lazy<SchemaRegistry> Registry = new(() =>
        new SchemaRegistry(new SchemaOptions { AssertFormats = true, Formats = IdentifierFormats.AddTo(SchemaFormats.Standard) }));

    /// <summary>The schema of a body.</summary>
    /// <exception cref="InvalidOperationException">There is no such schema: a fault of this assembly, which its tests exclude.</exception>
    public static CompiledSchema Of(BodyForm form) => Registry.Value.Compile(BuiltInSchemas.BaseUri + form.Schema).Require();

    /// <summary>Evaluates a body.</summary>
    /// <param name="body">The body; readable.</param>
    /// <param name="visit">Takes what is found.</param>
    public static void Check(FederationBody body, FederationVisit visit)
    {
        if (body.Form.Schema.Length == 0 || !body.Root.Exists)
        {
            return;
        }

        CompiledSchema schema = Of(body.Form);
        if (!schema.IsValid(body.Root))
        {
            schema.Evaluate(body.Root, new Handler(body, visit));
        }
    }

    /// <summary>The rule for a keyword; null for one that only sums others up.</summary>
    internal static string? RuleOf(string keyword) => keyword switch
    {
        "required" => "FED002",
        "type" or "anyOf" or "oneOf" => "FED003",
        "format" or "pattern" => "FED004",
        "const" or "enum" or "contains" or "minimum" or "maximum" or "minItems" or "maxItems" or "minProperties" or "maxLength" or "not" => "FED005",
        _ => null,
    };

    private sealed class Handler(FederationBody body, FederationVisit visit) : ISchemaViolationHandler
    {
        public void OnViolation(SchemaViolation violation)
        {
            if (violation.Parent >= 0 || (violation.Rule ?? RuleOf(violation.Keyword)) is not { } rule)
            {
                return;
            }

            visit.Report(
                rule,
                body,
                violation.Instance,
                ("part", body.IsAnswer ? "answer" : "request"),
                ("endpoint", visit.Exchange.Endpoint?.Name),
                ("name", violation.Name),
                ("expected", violation.Expected),
                ("kind", KindName.Of(violation.Instance)),
                ("actual", violation.Actual));
        }
    }
}
