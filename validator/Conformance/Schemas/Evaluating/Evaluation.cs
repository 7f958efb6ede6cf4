using System.Buffers;
using System.Runtime.CompilerServices;
using Conformance.Documents;
using Conformance.Schemas.Compiling;

namespace Conformance.Schemas.Evaluating;

/// <summary>The state of one evaluation: limits, dynamic scope, and the report where one is wanted.</summary>
internal struct Evaluation
{
    private readonly bool _usesDynamicScope;
    private readonly int _maxDepth;
    private int _depth;
    private long _applicationsLeft;
    private SchemaResource[]? _scope;
    private int _scopeCount;

    public Evaluation(SchemaOptions options, bool usesDynamicScope, Report? report)
    {
        Report = report;
        Collecting = report is not null;
        _usesDynamicScope = usesDynamicScope;
        _maxDepth = options.MaxDepth;
        _applicationsLeft = options.MaxApplications;
    }

    /// <summary>Takes violations; null when only yes or no is wanted.</summary>
    public Report? Report { get; }

    /// <summary>Whether all failures are wanted. Without, an evaluation may stop at the first.</summary>
    public bool Collecting { get; set; }

    /// <summary>How many assertions could not be judged so far.</summary>
    public int Undetermined { get; set; }

    /// <summary>Whether a limit on the whole evaluation was reached; nothing is evaluated from then on.</summary>
    public bool Aborted { get; private set; }

    /// <summary>The resources entered so far, outermost first.</summary>
    public readonly ReadOnlySpan<SchemaResource> Scope => _scope.AsSpan(0, _scopeCount);

    /// <summary>Goes into a schema. False when a limit forbids it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Enter(SubSchema schema, Node node)
    {
        if (++_depth > _maxDepth || --_applicationsLeft < 0 || Aborted || (_depth & 15) == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _depth--;
            Abort(schema, node);
            return false;
        }

        if (_usesDynamicScope)
        {
            PushScope(schema.Resource);
        }

        return true;
    }

    /// <summary>Leaves the schema entered last.</summary>
    public void Leave()
    {
        _depth--;
        if (_usesDynamicScope)
        {
            _scopeCount--;
        }
    }

    public void Dispose()
    {
        if (_scope is not null)
        {
            ArrayPool<SchemaResource>.Shared.Return(_scope, clearArray: true);
            _scope = null;
        }
    }

    private void PushScope(SchemaResource resource)
    {
        _scope ??= ArrayPool<SchemaResource>.Shared.Rent(64);
        if (_scopeCount == _scope.Length)
        {
            SchemaResource[] larger = ArrayPool<SchemaResource>.Shared.Rent(_scopeCount * 2);
            _scope.CopyTo(larger, 0);
            ArrayPool<SchemaResource>.Shared.Return(_scope, clearArray: true);
            _scope = larger;
        }

        _scope[_scopeCount++] = resource;
    }

    private void Abort(SubSchema schema, Node node)
    {
        if (!Aborted)
        {
            Aborted = true;
            Undetermined++;
            string limit = _applicationsLeft < 0 ? "an evaluation within the limit on work" : $"at most {_maxDepth} schemas within one another";
            Report?.AddUndetermined(new LimitKeyword(schema), node, limit);
        }
    }
}
