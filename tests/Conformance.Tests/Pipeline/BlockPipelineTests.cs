using System.Formats.Cbor;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;
using Conformance.Pipeline;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Pipeline;

public class BlockPipelineTests
{
    private static readonly CutLimits SmallBlocks = new(BlockBytes: 4096);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Run_ManyBlocksOnSeveralThreads_CommitsAndReportsInTheOrderOfTheInput(int jobs)
    {
        var findings = new FindingBuffer(FindingLimits.Default with { PerRule = int.MaxValue });
        var progress = new RunProgress();
        var consumer = new Recorder();
        using (var pipeline = new BlockPipeline(jobs, FindingLimits.Default with { PerRule = int.MaxValue }, findings, progress))
        {
            bool whole = pipeline.Run(
                new MemoryStream(Numbers(20_000)), DocumentEncoding.Cbor, "numbers.cbor", 1, consumer, SmallBlocks, static () => false, TestContext.Current.CancellationToken);
            pipeline.Drain(TestContext.Current.CancellationToken);
            whole.ShouldBeTrue();
        }

        consumer.Committed.ShouldBe(Enumerable.Range(0, 20_000).Select(i => (long)i));
        consumer.Blocks.ShouldBeGreaterThan(10);
        findings.Findings.Select(f => f.Location.Offset!.Value).ShouldBe(Enumerable.Range(0, 20_000).Where(i => i % 1000 == 0).Select(i => (long)i));
        progress.Items.ShouldBe(20_000);
    }

    [Fact]
    public void Run_CheckThatFails_FailsTheRunWithItsCauseAndEnds()
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        using var pipeline = new BlockPipeline(2, FindingLimits.Default, findings);

        InvalidOperationException failure = Should.Throw<InvalidOperationException>(() =>
        {
            pipeline.Run(
                new MemoryStream(Numbers(50_000)),
                DocumentEncoding.Cbor,
                "numbers.cbor",
                1,
                new Recorder { FailsAt = 777 },
                SmallBlocks,
                static () => false,
                TestContext.Current.CancellationToken);
            pipeline.Drain(TestContext.Current.CancellationToken);
        });

        failure.InnerException.ShouldBeOfType<NotSupportedException>();
    }

    [Fact]
    public void Run_Cancelled_StopsReadingAndDisposes()
    {
        using var stop = new CancellationTokenSource();
        using var pipeline = new BlockPipeline(2, FindingLimits.Default, new FindingBuffer(FindingLimits.Default));

        Should.Throw<OperationCanceledException>(() => pipeline.Run(
            new MemoryStream(Numbers(500_000)),
            DocumentEncoding.Cbor,
            "numbers.cbor",
            1,
            new Recorder { WhenCommitted = count => { if (count > 100) { stop.Cancel(); } } },
            SmallBlocks,
            static () => false,
            stop.Token));
    }

    [Fact]
    public void Run_FaultAroundTheItems_IsReportedOfItsMember()
    {
        var findings = new FindingBuffer(FindingLimits.Default);
        using (var pipeline = new BlockPipeline(1, FindingLimits.Default, findings))
        {
            byte[] trailing = [.. Numbers(3), 0x00];
            pipeline.Run(new MemoryStream(trailing), DocumentEncoding.Cbor, "numbers.cbor", 4, new Recorder(), SmallBlocks, static () => false, TestContext.Current.CancellationToken);
            pipeline.Drain(TestContext.Current.CancellationToken);
        }

        Finding finding = findings.Findings.Single(f => f.Location.Offset == 4);
        finding.Location.Member.ShouldBe("numbers.cbor");
        finding.MemberOrdinal.ShouldBe(4);
    }

    private static byte[] Numbers(int count)
    {
        var writer = new CborWriter();
        writer.WriteStartArray(count);
        for (int i = 0; i < count; i++)
        {
            writer.WriteInt32(i);
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Remembers the numbers of each block, and reports every thousandth.</summary>
    private sealed class Recorder : IBlockConsumer
    {
        public List<long> Committed { get; } = [];

        public int Blocks { get; private set; }

        public long FailsAt { get; init; } = -1;

        public Action<int> WhenCommitted { get; init; } = static _ => { };

        public CutShape Shape { get; } = CutShape.Elements(CutShape.Item);

        public object? Process(CutBlock block, BlockWork work)
        {
            var numbers = new List<long>();
            foreach (CutItem item in block.Items)
            {
                DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document);
                long number = work.Document.Root.Int64Value;
                numbers.Add(number);
                if (number == FailsAt)
                {
                    throw new NotSupportedException("A fault of ours.");
                }

                if (number % 1000 == 0)
                {
                    work.Sink.Report(Finding.Of("CBR001", new Location(work.Member, number)));
                }
            }

            // Blocks end in another order than they began.
            Thread.SpinWait(numbers.Count % 7 * 1000);
            return numbers;
        }

        public void Commit(object result, IFindingSink sink)
        {
            Committed.AddRange((List<long>)result);
            Blocks++;
            WhenCommitted(Committed.Count);
        }
    }
}
