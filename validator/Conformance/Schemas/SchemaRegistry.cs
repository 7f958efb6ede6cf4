using Conformance.Schemas.Compiling;

namespace Conformance.Schemas;

/// <summary>
/// The schema documents that references can reach, by URI. Nothing is ever fetched: what is not registered here or built in does not
/// exist. The meta-schemas of draft 2020-12 are built in. Safe for several threads.
/// </summary>
public sealed class SchemaRegistry
{
    private readonly Lock _lock = new();
    private readonly SchemaOptions _options;
    private readonly SchemaLibrary _library;

    /// <summary>A registry with the built-in schemas only.</summary>
    /// <param name="options">How to compile, or null for <see cref="SchemaOptions.Default"/>.</param>
    public SchemaRegistry(SchemaOptions? options = null)
    {
        _options = options ?? SchemaOptions.Default;
        _library = new SchemaLibrary(BuiltInSchemas.Load);
    }

    /// <summary>Registers a document. It is read when a reference first leads to it; schemas compiled before are not touched.</summary>
    /// <param name="uri">Its absolute URI, which a root <c>$id</c> may replace by another that counts as well.</param>
    /// <param name="bytes">The document, JSON in UTF-8; copied.</param>
    /// <exception cref="ArgumentException">The URI is not absolute or has a fragment.</exception>
    public void Add(string uri, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!SchemaUri.IsAbsolute(uri) || uri.Contains('#', StringComparison.Ordinal))
        {
            throw new ArgumentException("A schema's URI must be absolute and have no fragment.", nameof(uri));
        }

        lock (_lock)
        {
            _library.Add(uri, bytes.ToArray());
        }
    }

    /// <summary>Compiles a schema with all that it refers to.</summary>
    /// <param name="uri">Its absolute URI; a fragment may point into the document.</param>
    /// <returns>The schema, or what is wrong: an unknown reference, a keyword with a value it can't have, a document that is no JSON.</returns>
    public SchemaCompilation Compile(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        lock (_lock)
        {
            return new SchemaCompiler(_library, _options).Compile(uri);
        }
    }
}
