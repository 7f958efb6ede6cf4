using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using Conformance.Containers;
using Conformance.Pipeline;

namespace Conformance.Benchmarks.Micro;

/// <summary>Reading all bytes of all members of a .tar.gz, against the platform's gzip alone.</summary>
[MemoryDiagnoser]
public class ContainerBenchmarks
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private string _path = "";

    [GlobalSetup]
    public void Setup() => _path = Sample.TarGz();

    [Benchmark]
    public long ReadTarGz()
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        using Container container = ContainerFactory.Open(_path, new ContainerLimits(), findings).Container!;
        long bytes = 0;
        while (container.Next(CancellationToken.None) is { } entry)
        {
            for (int count = entry.Content.Read(_buffer); count > 0; count = entry.Content.Read(_buffer))
            {
                bytes += count;
            }
        }

        return bytes;
    }

    [Benchmark(Baseline = true)]
    public long GzipStreamAlone()
    {
        using var gzip = new GZipStream(File.OpenRead(_path), CompressionMode.Decompress);
        long bytes = 0;
        for (int count = gzip.Read(_buffer); count > 0; count = gzip.Read(_buffer))
        {
            bytes += count;
        }

        return bytes;
    }
}
