using Conformance.Documents;

namespace Conformance.Schemas.Compiling;

/// <summary>All documents that references can reach. Read when first needed. Not safe for several threads.</summary>
internal sealed class SchemaLibrary(Func<string, byte[]?>? load)
{
    private readonly Dictionary<string, byte[]> _unread = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<Document, SchemaDocument> _documents = [];
    private readonly Dictionary<string, SchemaDocument> _broken = new(StringComparer.Ordinal);

    public void Add(string uri, byte[] bytes)
    {
        _unread[uri] = bytes;
        _resources.Remove(uri);
        _broken.Remove(uri);
    }

    /// <summary>Finds a resource by its absolute URI; null when there is none.</summary>
    public SchemaResource? Find(string uri)
    {
        if (_resources.TryGetValue(uri, out SchemaResource? resource) || TryRead(uri, out resource))
        {
            return resource;
        }

        // An $id may name a resource in a document that was registered under another URI.
        foreach (string other in _unread.Keys.ToArray())
        {
            TryRead(other, out _);
            if (_resources.TryGetValue(uri, out resource))
            {
                return resource;
            }
        }

        return null;
    }

    /// <summary>What is wrong with the document under a URI, when that is why <see cref="Find"/> finds nothing.</summary>
    public IReadOnlyList<SchemaError> ErrorsOf(string uri) => _broken.TryGetValue(uri, out SchemaDocument? document) ? document.Errors : [];

    public SchemaDocument DocumentOf(Node node) => _documents[node.Document];

    /// <summary>Registers resources that were found late in a document.</summary>
    public void Register(SchemaDocument document)
    {
        foreach (SchemaResource resource in document.Resources)
        {
            _resources.TryAdd(resource.Uri, resource);
        }
    }

    private bool TryRead(string uri, out SchemaResource? resource)
    {
        resource = null;
        if (!_unread.Remove(uri, out byte[]? bytes))
        {
            bytes = _broken.ContainsKey(uri) ? null : load?.Invoke(uri);
            if (bytes is null)
            {
                return false;
            }
        }

        SchemaDocument document = SchemaDocument.Read(uri, bytes);
        if (document.Errors.Count > 0)
        {
            _broken[uri] = document;
            return false;
        }

        _documents.Add(document.Document, document);
        resource = document.Resources[0];
        _resources[uri] = resource;
        Register(document);
        return true;
    }
}
