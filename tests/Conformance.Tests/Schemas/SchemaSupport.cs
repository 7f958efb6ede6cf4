using System.Formats.Cbor;
using System.Text;
using Conformance.Documents;
using Conformance.Schemas;

namespace Conformance.Tests.Schemas;

/// <summary>Short ways to schemas and instances.</summary>
internal static class SchemaSupport
{
    public const string SchemaUri = "test:/schema.json";

    public static CompiledSchema Compile(string schema, SchemaOptions? options = null) => TryCompile(schema, options).Require();

    public static SchemaCompilation TryCompile(string schema, SchemaOptions? options = null)
    {
        var registry = new SchemaRegistry(options);
        registry.Add(SchemaUri, Encoding.UTF8.GetBytes(schema));
        return registry.Compile(SchemaUri);
    }

    public static Node Json(string json) => DocumentReader.Read(Encoding.UTF8.GetBytes(json), DocumentEncoding.Json).Root;

    public static Node Cbor(Action<CborWriter> write)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        write(writer);
        return DocumentReader.Read(writer.Encode(), DocumentEncoding.Cbor).Root;
    }

    public static IReadOnlyList<SchemaViolation> Violations(string schema, string json) => Compile(schema).Evaluate(Json(json));

    public static SchemaOutcome Outcome(CompiledSchema schema, Node instance) => schema.Evaluate(instance, new Ignore());

    private sealed class Ignore : ISchemaViolationHandler
    {
        public void OnViolation(SchemaViolation violation)
        {
        }
    }
}
