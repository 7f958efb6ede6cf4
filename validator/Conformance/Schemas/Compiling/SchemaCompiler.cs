using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Compiling;

/// <summary>Compiles one root schema and all that it refers to. Works through a list, so that references may form circles of any length.</summary>
internal sealed partial class SchemaCompiler(SchemaLibrary library, SchemaOptions options)
{
    private const int MaxErrors = 100;

    private readonly Dictionary<Document, SubSchema?[]> _schemas = [];
    private readonly Queue<SubSchema> _unfilled = new();
    private readonly HashSet<SchemaResource> _entered = [];
    private readonly Dictionary<string, Dictionary<SchemaResource, SubSchema>> _dynamicAnchors = new(StringComparer.Ordinal);
    private readonly List<SchemaError> _errors = [];
    private bool _usesDynamicScope;

    /// <summary>What evaluations will be allowed.</summary>
    public SchemaOptions Options { get; } = options;

    /// <summary>Compiles the schema under a URI, which may have a fragment.</summary>
    public SchemaCompilation Compile(string uri)
    {
        if (Resolve(uri, out string problem) is not { } root)
        {
            return Failed([.. ErrorsFor(uri, problem)]);
        }

        SubSchema compiled = Require(root.Node, root.Resource);
        while (_unfilled.TryDequeue(out SubSchema? schema) && _errors.Count < MaxErrors)
        {
            Fill(schema);
            _filled.Add(schema);
            if (schema.IsSecret)
            {
                _secrets.Add(schema);
            }
        }

        SpreadSecrets();

        return _errors.Count > 0
            ? Failed(_errors)
            : new SchemaCompilation(new CompiledSchema(uri, compiled, Options, _usesDynamicScope), []);
    }

    /// <summary>The compiled schema of a node, filled by the time that anything is evaluated.</summary>
    public SubSchema Require(Node node, SchemaResource resource)
    {
        if (!_schemas.TryGetValue(node.Document, out SubSchema?[]? schemas))
        {
            schemas = new SubSchema?[node.Document.NodeCount];
            _schemas.Add(node.Document, schemas);
        }

        if (schemas[node.Index] is { } known)
        {
            return known;
        }

        if (node.Kind == NodeKind.Map && node.Index != resource.Root.Index && node.Get("$id"u8).Kind == NodeKind.Text)
        {
            resource = library.DocumentOf(node).ResourceOf(node);
        }

        var schema = new SubSchema(resource, node) { IsFalse = node.Kind == NodeKind.False };
        schemas[node.Index] = schema;
        _unfilled.Enqueue(schema);
        if (_entered.Add(resource))
        {
            foreach (Anchor anchor in resource.Anchors.Values)
            {
                if (anchor.IsDynamic)
                {
                    DynamicAnchors(anchor.Name).Add(resource, Require(anchor.Schema, resource));
                }
            }
        }

        return schema;
    }

    /// <summary>The target of a reference in a schema; null, and an error, when there is none.</summary>
    public SubSchema? RequireReference(SubSchema from, string keyword, string reference) =>
        FindReference(from, keyword, reference) is { } found ? Require(found.Node, found.Resource) : null;

    /// <summary>Finds the target of a reference in a schema.</summary>
    public SchemaTarget? FindReference(SubSchema from, string keyword, string reference)
    {
        string uri = SchemaUri.Resolve(from.Resource.Uri, reference);
        SchemaTarget? found = Resolve(uri, out string problem);
        if (found is null)
        {
            Error(from, keyword, problem);
        }

        return found;
    }

    /// <summary>The schemas with a dynamic anchor, by resource; grows while compiling goes on.</summary>
    public Dictionary<SchemaResource, SubSchema> DynamicAnchors(string name)
    {
        if (!_dynamicAnchors.TryGetValue(name, out Dictionary<SchemaResource, SubSchema>? schemas))
        {
            schemas = [];
            _dynamicAnchors.Add(name, schemas);
        }

        return schemas;
    }

    /// <summary>Says that evaluations have to know the resources they came through.</summary>
    public void UseDynamicScope() => _usesDynamicScope = true;

    public void Error(SubSchema schema, string keyword, string problem) => _errors.Add(new SchemaError(schema.Location, keyword, problem));

    private static SchemaCompilation Failed(IEnumerable<SchemaError> errors) => new(null, [.. errors]);

    private IEnumerable<SchemaError> ErrorsFor(string uri, string problem)
    {
        IReadOnlyList<SchemaError> known = library.ErrorsOf(SchemaUri.SplitFragment(uri).Uri);
        return known.Count > 0 ? known : [new SchemaError(uri, "", problem)];
    }
}
