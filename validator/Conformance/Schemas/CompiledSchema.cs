using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas;

/// <summary>
/// A JSON Schema (draft 2020-12) made ready to evaluate nodes of JSON and CBOR alike. Safe for several threads, each with
/// documents of its own.
/// </summary>
public sealed class CompiledSchema
{
    private readonly SubSchema _root;
    private readonly SchemaOptions _options;
    private readonly bool _usesDynamicScope;

    internal CompiledSchema(string uri, SubSchema root, SchemaOptions options, bool usesDynamicScope)
    {
        Uri = uri;
        _root = root;
        _options = options;
        _usesDynamicScope = usesDynamicScope;
    }

    /// <summary>The absolute URI that the schema was compiled from.</summary>
    public string Uri { get; }

    /// <summary>Whether an instance is valid. False also when that could not be found out; <see cref="Evaluate(Node, ISchemaViolationHandler)"/> tells.
    /// Allocates nothing on the heap as long as the instance is valid.</summary>
    /// <param name="instance">The instance. A node that doesn't exist is never valid.</param>
    /// <returns>True when it is valid.</returns>
    public bool IsValid(Node instance)
    {
        if (!instance.Exists)
        {
            return false;
        }

        var evaluation = new Evaluation(_options, _usesDynamicScope, null);
        try
        {
            EvaluatedSet none = default;
            return _root.Evaluate(instance, ref evaluation, ref none) && evaluation.Undetermined == 0;
        }
        finally
        {
            evaluation.Dispose();
        }
    }

    /// <summary>Evaluates an instance and hands over every violation.</summary>
    /// <param name="instance">The instance; must exist.</param>
    /// <param name="handler">Takes the violations; not called for a valid instance.</param>
    /// <returns>The verdict and how many violations there were.</returns>
    /// <exception cref="ArgumentException">There is no node.</exception>
    public SchemaOutcome Evaluate(Node instance, ISchemaViolationHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (!instance.Exists)
        {
            throw new ArgumentException("There is no node to evaluate.", nameof(instance));
        }

        if (IsValid(instance))
        {
            return new SchemaOutcome(SchemaVerdict.Valid, 0, 0);
        }

        var report = new Report(_options.MaxViolations);
        var evaluation = new Evaluation(_options, _usesDynamicScope, report);
        try
        {
            EvaluatedSet none = default;
            bool valid = _root.Evaluate(instance, ref evaluation, ref none);
            report.HandOver(handler);
            return new SchemaOutcome(report.Verdict(valid), report.Count, report.Dropped);
        }
        finally
        {
            evaluation.Dispose();
        }
    }

    /// <summary>Evaluates an instance and collects every violation.</summary>
    /// <param name="instance">The instance; must exist.</param>
    /// <returns>The violations; empty for a valid instance.</returns>
    /// <exception cref="ArgumentException">There is no node.</exception>
    public IReadOnlyList<SchemaViolation> Evaluate(Node instance)
    {
        var list = new ViolationList();
        Evaluate(instance, list);
        return list.Violations;
    }

    private sealed class ViolationList : ISchemaViolationHandler
    {
        public List<SchemaViolation> Violations { get; } = [];

        public void OnViolation(SchemaViolation violation) => Violations.Add(violation);
    }
}
