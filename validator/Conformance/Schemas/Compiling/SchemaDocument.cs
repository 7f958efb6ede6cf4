using Conformance.Documents;

namespace Conformance.Schemas.Compiling;

/// <summary>One document of schemas, with the resources and anchors in it.</summary>
internal sealed class SchemaDocument
{
    private readonly List<SchemaResource> _resources = [];
    private readonly bool[] _scanned;
    private readonly List<SchemaError> _errors = [];

    private SchemaDocument(Document document, string uri)
    {
        Document = document;
        _scanned = new bool[document.NodeCount];
        Uri = uri;
    }

    public Document Document { get; }

    /// <summary>The URI it was registered under.</summary>
    public string Uri { get; }

    /// <summary>All resources in it, outermost first.</summary>
    public IReadOnlyList<SchemaResource> Resources => _resources;

    /// <summary>What is wrong with it as a whole.</summary>
    public IReadOnlyList<SchemaError> Errors => _errors;

    /// <summary>Reads a document and finds its resources and anchors.</summary>
    public static SchemaDocument Read(string uri, ReadOnlyMemory<byte> bytes)
    {
        Document document = DocumentReader.Read(bytes, DocumentEncoding.Json);
        var result = new SchemaDocument(document, uri);
        for (int i = 0; i < document.Faults.Count; i++)
        {
            DocumentFault fault = document.Faults[i];
            if (fault.Kind is not (FaultKind.Float or FaultKind.IntegralFloat or FaultKind.IntegerOutOfRange or FaultKind.NegativeZero or FaultKind.NumberOverflow))
            {
                result._errors.Add(new SchemaError(uri, "", $"The document is no strict JSON: {fault.Kind} at byte {fault.Offset}."));
            }
        }

        if (!document.Root.Exists)
        {
            result._errors.Add(new SchemaError(uri, "", "The document holds no value."));
        }
        else if (result._errors.Count == 0)
        {
            result.Scan(document.Root, null);
        }

        return result;
    }

    /// <summary>The innermost resource around a node.</summary>
    public SchemaResource ResourceOf(Node node)
    {
        SchemaResource found = _resources[0];
        foreach (SchemaResource resource in _resources)
        {
            if (node.Index >= resource.Root.Index && node.Index < resource.Root.Record.Next && resource.Root.Index > found.Root.Index)
            {
                found = resource;
            }
        }

        return found;
    }

    /// <summary>Finds resources and anchors in a schema that stands where no keyword puts schemas, once a reference leads there.</summary>
    public void ScanUnknown(Node schema) => Scan(schema, ResourceOf(schema));

    private void Scan(Node start, SchemaResource? around)
    {
        var left = new Stack<SchemaPlace>();
        left.Push(new SchemaPlace(start, around));
        while (left.TryPop(out SchemaPlace? next))
        {
            if (!_scanned[next.Schema.Index])
            {
                _scanned[next.Schema.Index] = true;
                SubschemaPlaces.Push(next.Schema, Identify(next.Schema, next.Around), left);
            }
        }
    }

    /// <summary>Reads the identifiers of one schema; gives the resource it belongs to.</summary>
    private SchemaResource Identify(Node schema, SchemaResource? around)
    {
        SchemaResource? resource = around;
        string baseUri = around?.Uri ?? Uri;
        if (schema.Get("$id"u8) is { Kind: NodeKind.Text } id)
        {
            (string uri, string? fragment) = SchemaUri.SplitFragment(SchemaUri.Resolve(baseUri, id.AsString()!));
            if (!string.IsNullOrEmpty(fragment))
            {
                _errors.Add(new SchemaError(uri, "$id", "An $id must not have a fragment."));
            }

            resource = new SchemaResource(uri, schema, around);
            _resources.Add(resource);
        }
        else if (resource is null)
        {
            resource = new SchemaResource(baseUri, schema, null);
            _resources.Add(resource);
        }

        if (resource.Root.Index == schema.Index && schema.Get("$schema"u8) is { Kind: NodeKind.Text } meta)
        {
            resource.MetaSchema = meta.AsString();
        }

        AddAnchor(schema.Get("$anchor"u8), schema, resource, dynamic: false);
        AddAnchor(schema.Get("$dynamicAnchor"u8), schema, resource, dynamic: true);
        return resource;
    }

    private void AddAnchor(Node name, Node schema, SchemaResource resource, bool dynamic)
    {
        if (name.Kind != NodeKind.Text)
        {
            return;
        }

        string text = name.AsString()!;
        if (!resource.Anchors.TryGetValue(text, out Anchor? anchor))
        {
            anchor = new Anchor(text, schema);
            resource.Anchors.Add(text, anchor);
        }

        if (anchor.Schema.Index != schema.Index)
        {
            _errors.Add(new SchemaError(resource.Locate(schema), dynamic ? "$dynamicAnchor" : "$anchor", "The anchor stands twice in one schema resource."));
        }

        anchor.IsDynamic |= dynamic;
    }
}
