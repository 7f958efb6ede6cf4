using System.Formats.Cbor;
using System.Formats.Tar;
using System.IO.Compression;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Tests.Documents.Cutting;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents.Cbor;

/// <summary>The archive of a real homeserver, cut and read, against System.Formats.Cbor's view of the same files.</summary>
public sealed class CborRealArchiveTests
{
    // The archive has large integers and floats on purpose, in rooms of the versions that allow them.
    private static readonly FaultKind[] Numbers =
        [FaultKind.Float, FaultKind.IntegralFloat, FaultKind.NegativeZero, FaultKind.IntegerOutOfRange, FaultKind.CborTag];

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(10_000)]
    public void CutAndRead_EveryEvent_ValueOfOracleAndNoFaultButNumbers(int blockBytes)
    {
        int events = 0;
        foreach ((string name, byte[] bytes) in CborFiles())
        {
            bool isEvents = name.StartsWith("m.events/", StringComparison.Ordinal);
            CutShape shape = isEvents ? CutShape.Members(CutShape.Elements(CutShape.Item)) : CutShape.Members(CutShape.Item);

            (CutResult result, CollectingTarget target) = CborCutterTests.Cut(bytes, shape, new CutLimits(BlockBytes: blockBytes), () => 8192);

            result.ShouldBe(new CutResult(bytes.Length, target.Items.Count, Complete: true));
            target.Faults.ShouldBeEmpty();
            target.Items.ShouldAllBe(item => !item.Item.WrongShape && !item.Item.Broken);
            target.Items.Select(item => $"{item.Pointer}={Read(item.Bytes)}").ShouldBe(Items(bytes, isEvents), name);
            events += isEvents ? target.Items.Count : 0;
        }

        events.ShouldBe(4091);
    }

    [Fact]
    public void Read_WholeFiles_NoFaultButNumbers()
    {
        foreach ((string name, byte[] bytes) in CborFiles())
        {
            Document document = DocumentReader.Read(bytes, DocumentEncoding.Cbor);

            document.Faults.ShouldAllBe(fault => Numbers.Contains(fault.Kind), name);
            CborText.Of(document).Replace(" ", "", StringComparison.Ordinal).ShouldBe(CborText.OfOracle(bytes).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    private static string Read(byte[] bytes)
    {
        Document document = DocumentReader.Read(bytes, DocumentEncoding.Cbor);
        document.Faults.ShouldAllBe(fault => Numbers.Contains(fault.Kind));
        return CborText.Of(document);
    }

    /// <summary>Pointer and value of each item, by the independent reader.</summary>
    private static List<string> Items(byte[] bytes, bool isEvents)
    {
        var items = new List<string>();
        var reader = new CborReader(bytes, CborConformanceMode.Strict);
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            string key = "/" + reader.ReadTextString().Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            if (!isEvents)
            {
                items.Add($"{key}={CborText.OfOracle(reader.ReadEncodedValue())}");
                continue;
            }

            reader.ReadStartArray();
            for (int i = 0; reader.PeekState() != CborReaderState.EndArray; i++)
            {
                items.Add($"{key}/{i}={CborText.OfOracle(reader.ReadEncodedValue())}");
            }

            reader.ReadEndArray();
        }

        return items;
    }

    private static List<(string Name, byte[] Bytes)> CborFiles()
    {
        string path = SharedData.PathOrSkip("real/synapse-1.160-a/alpha.example.test.tar.gz");
        var files = new List<(string, byte[])>();
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name.EndsWith(".cbor", StringComparison.Ordinal))
            {
                using var content = new MemoryStream();
                entry.DataStream!.CopyTo(content);
                files.Add((entry.Name, content.ToArray()));
            }
        }

        return files;
    }
}
