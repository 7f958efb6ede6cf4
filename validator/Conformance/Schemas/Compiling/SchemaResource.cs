using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Compiling;

/// <summary>A schema resource (Core, section 4.3.5): a root schema or an embedded one with an <c>$id</c> of its own.</summary>
internal sealed class SchemaResource(string uri, Node root, SchemaResource? parent)
{
    private string? _rootPointer;

    /// <summary>Its absolute URI, without fragment.</summary>
    public string Uri { get; } = uri;

    /// <summary>Its outermost schema.</summary>
    public Node Root { get; } = root;

    /// <summary>The resource it is embedded in, or null.</summary>
    public SchemaResource? Parent { get; } = parent;

    /// <summary>Its meta-schema's URI, or null when it names none.</summary>
    public string? MetaSchema { get; set; }

    /// <summary>The vocabularies, once they are known.</summary>
    public Vocabularies? Vocabularies { get; set; }

    /// <summary>Plain-name fragments, dynamic ones too.</summary>
    public Dictionary<string, Anchor> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The URI of a node of this resource, with a JSON Pointer as fragment.</summary>
    public string Locate(Node node)
    {
        _rootPointer ??= NodePointer.Of(Root);
        string pointer = NodePointer.Of(node);
        return $"{Uri}#{Words.EscapePointer(pointer.StartsWith(_rootPointer, StringComparison.Ordinal) ? pointer[_rootPointer.Length..] : pointer)}";
    }
}
