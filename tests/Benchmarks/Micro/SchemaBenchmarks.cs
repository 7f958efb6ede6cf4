using BenchmarkDotNet.Attributes;
using Conformance.Documents;
using Conformance.Schemas;

namespace Conformance.Benchmarks.Micro;

/// <summary>Evaluating the schema of a file of users over the whole of a valid one.</summary>
[MemoryDiagnoser]
public class SchemaBenchmarks
{
    private CompiledSchema _schema = null!;
    private Document _users = null!;

    [GlobalSetup]
    public void Setup()
    {
        _schema = BuiltInSchemas.Get("mspf/m.users.json");
        _users = DocumentReader.Read(Sample.UsersFile(), DocumentEncoding.Cbor);
    }

    [Benchmark]
    public bool Evaluate() => _schema.IsValid(_users.Root);
}
