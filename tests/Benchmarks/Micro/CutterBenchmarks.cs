using BenchmarkDotNet.Attributes;
using Conformance.Documents;
using Conformance.Documents.Cutting;

namespace Conformance.Benchmarks.Micro;

/// <summary>Cutting a file of events into items: time for one event.</summary>
[MemoryDiagnoser]
public class CutterBenchmarks
{
    private byte[] _cbor = [];
    private byte[] _json = [];

    [GlobalSetup]
    public void Setup()
    {
        _cbor = Sample.EventsFile();
        _json = [.. "{\"!r:example.org\":["u8, .. Sample.JsonEvents().SelectMany((e, i) => i == 0 ? e : [(byte)',', .. e]), .. "]}"u8];
    }

    [Benchmark(OperationsPerInvoke = Sample.Events)]
    public long CutCbor() => Cut(DocumentEncoding.Cbor, _cbor);

    [Benchmark(OperationsPerInvoke = Sample.Events)]
    public long CutJson() => Cut(DocumentEncoding.Json, _json);

    private static long Cut(DocumentEncoding encoding, byte[] file)
    {
        CutShape shape = CutShape.Members(CutShape.Elements(CutShape.Item));
        CutResult result = Cutter.For(encoding).Run(new MemoryStream(file), shape, CutLimits.Default, new Target(), CancellationToken.None);
        return result.Items;
    }

    /// <summary>One buffer for all blocks: nobody looks at them.</summary>
    private sealed class Target : ICutTarget
    {
        private byte[] _buffer = [];

        public CutBlock Rent(int minimumLength)
        {
            _buffer = _buffer.Length < minimumLength ? new byte[minimumLength] : _buffer;
            return new CutBlock(_buffer, 1);
        }

        public void Deliver(CutBlock block)
        {
        }
    }
}
