using BenchmarkDotNet.Attributes;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Pipeline;

namespace Conformance.Benchmarks.Micro;

/// <summary>Checking events by themselves: format, sizes, content hash and event ID, from the bytes. Time for one event.</summary>
[MemoryDiagnoser]
public class EventBenchmarks
{
    private readonly Document _document = new();
    private readonly EventChecker _checker = new();
    private byte[][] _events = [];

    [GlobalSetup]
    public void Setup()
    {
        (string room, _events) = Sample.CborEvents();
        _checker.Visit.Enter("m.events/events.1.cbor", 1, new FindingBuffer(FindingLimits.Default));
        _checker.Visit.Enter(System.Text.Encoding.UTF8.GetBytes(room), RoomVersions.Find("11"));
    }

    [Benchmark(OperationsPerInvoke = Sample.Events)]
    public int Check()
    {
        int hashed = 0;
        foreach (byte[] bytes in _events)
        {
            DocumentReader.Read(bytes, DocumentEncoding.Cbor, _document);
            _checker.Visit.Begin(_document, new CutItem(null, null, 0, 0, bytes.Length));
            _checker.Check();
            hashed += _checker.IsHashed ? 1 : 0;
        }

        return hashed;
    }
}
