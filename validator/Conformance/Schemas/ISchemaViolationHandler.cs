namespace Conformance.Schemas;

/// <summary>Takes the violations of one evaluation, in the order of the instance as far as the keywords allow.</summary>
public interface ISchemaViolationHandler
{
    /// <summary>Takes one violation.</summary>
    /// <param name="violation">The violation; its node lives as long as its document is not read into again.</param>
    void OnViolation(SchemaViolation violation);
}
