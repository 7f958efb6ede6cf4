using System.Collections.Concurrent;

namespace Conformance.Schemas;

/// <summary>
/// The schemas under <c>schemas/</c>, which are built into the assembly. A document's URI is <see cref="BaseUri"/> and its path, so that
/// they refer to one another by relative paths. Compiled when first asked for. Safe for several threads.
/// </summary>
public static class BuiltInSchemas
{
    /// <summary>What the paths are relative to. Names nothing on any network.</summary>
    public const string BaseUri = "conformance:/schemas/";

    private const string MetaSchemaUri = "https://json-schema.org/draft/2020-12/";

    private static readonly Lazy<SchemaRegistry> Registry = new(() => new SchemaRegistry(new SchemaOptions { AssertFormats = true }));
    private static readonly ConcurrentDictionary<string, CompiledSchema> Compiled = new(StringComparer.Ordinal);

    /// <summary>A built-in schema. Formats assert.</summary>
    /// <param name="path">The path under <c>schemas/</c>, such as <c>mspf/m.rooms.json</c>; a fragment may point into it.</param>
    /// <returns>The schema, the same for every call.</returns>
    /// <exception cref="InvalidOperationException">There is no such schema, or it is faulty: a fault of this assembly, which its tests exclude.</exception>
    public static CompiledSchema Get(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Compiled.GetOrAdd(path, static path => Registry.Value.Compile(BaseUri + path).Require());
    }

    /// <summary>The built-in document under a URI, or null.</summary>
    internal static byte[]? Load(string uri)
    {
        string? name = uri.StartsWith(BaseUri, StringComparison.Ordinal) ? uri[BaseUri.Length..]
            : uri.StartsWith(MetaSchemaUri, StringComparison.Ordinal) ? $"json-schema/draft2020-12/{uri[MetaSchemaUri.Length..]}.json"
            : null;
        if (name is null)
        {
            return null;
        }

        using Stream? stream = typeof(BuiltInSchemas).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
