using BenchmarkDotNet.Attributes;
using Conformance.Documents;
using Conformance.Events.Canonical;

namespace Conformance.Benchmarks.Micro;

/// <summary>Reading events into documents, and writing them as canonical JSON: time for one event.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private readonly Document _document = new();
    private readonly CanonicalJsonWriter _writer = new();
    private byte[][] _cbor = [];
    private byte[][] _json = [];
    private Document[] _documents = [];

    [GlobalSetup]
    public void Setup()
    {
        _cbor = Sample.CborEvents().Events;
        _json = Sample.JsonEvents();
        _documents = [.. _cbor.Select(e => DocumentReader.Read(e, DocumentEncoding.Cbor))];
    }

    [Benchmark(OperationsPerInvoke = Sample.Events)]
    public int ReadCbor()
    {
        int nodes = 0;
        foreach (byte[] bytes in _cbor)
        {
            DocumentReader.Read(bytes, DocumentEncoding.Cbor, _document);
            nodes += _document.NodeCount;
        }

        return nodes;
    }

    [Benchmark(OperationsPerInvoke = Sample.Events)]
    public int ReadJson()
    {
        int nodes = 0;
        foreach (byte[] bytes in _json)
        {
            DocumentReader.Read(bytes, DocumentEncoding.Json, _document);
            nodes += _document.NodeCount;
        }

        return nodes;
    }

    [Benchmark(OperationsPerInvoke = Sample.Events)]
    public int WriteCanonicalJson()
    {
        int bytes = 0;
        foreach (Document document in _documents)
        {
            _writer.Start(document, lenient: false);
            _writer.WriteValue(0);
            bytes += _writer.Length;
        }

        return bytes;
    }
}
