using System.Collections.Concurrent;
using Conformance.Documents;
using Conformance.Documents.Cutting;

namespace Conformance.Pipeline;

/// <summary>
/// Reads members on the calling thread, checks their blocks on worker threads, and commits results in the order of the
/// input. At most a few blocks exist at a time, however large the input.
/// </summary>
internal sealed partial class BlockPipeline : IDisposable
{
    private readonly int _jobs;
    private readonly FindingLimits _limits;
    private readonly FindingBuffer _findings;
    private readonly RunProgress? _progress;
    private readonly BlockingCollection<Job> _queue;
    private readonly ConcurrentBag<byte[]> _buffers = [];
    private readonly SemaphoreSlim _free;
    private readonly List<Thread> _threads = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A pipeline with worker threads of its own.</summary>
    /// <param name="jobs">Worker threads, at least 1.</param>
    /// <param name="limits">How much of what is found is kept.</param>
    /// <param name="findings">Takes everything that is found, in the order of the input.</param>
    /// <param name="progress">Told how many items are checked; null when nobody asks.</param>
    public BlockPipeline(int jobs, FindingLimits limits, FindingBuffer findings, RunProgress? progress = null)
    {
        _progress = progress;
        _jobs = Math.Max(1, jobs);
        _limits = limits;
        _findings = findings;
        int inFlight = (_jobs * 2) + 1;
        _free = new SemaphoreSlim(inFlight, inFlight);
        _queue = new BlockingCollection<Job>(inFlight);
    }

    /// <summary>Reads one member: cuts it here, checks it on the workers. Returns when the member is read, not when it is checked.</summary>
    /// <param name="content">The member's bytes.</param>
    /// <param name="encoding">How they are encoded.</param>
    /// <param name="member">The member's name; empty for an input that is one file.</param>
    /// <param name="memberOrdinal">Its position in the run.</param>
    /// <param name="consumer">Checks the blocks.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="endedEarly">Tells at the end of the content whether it ended before its data did. What is wrong with such an
    /// end was reported where it was seen, and is not reported again.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>Whether every item of the member was handed to the consumer.</returns>
    public bool Run(
        Stream content,
        DocumentEncoding encoding,
        string member,
        int memberOrdinal,
        IBlockConsumer consumer,
        CutLimits limits,
        Func<bool> endedEarly,
        CancellationToken cancellation)
    {
        var target = new Target(this, member, memberOrdinal, encoding, consumer, endedEarly, cancellation);
        CutResult result = Cutter.For(encoding).Run(content, consumer.Shape, limits, target, cancellation);
        return result.Complete && target.IsWhole && !endedEarly();
    }

    /// <summary>Waits until all that was read is checked and committed.</summary>
    /// <param name="cancellation">Stops the run.</param>
    public void Drain(CancellationToken cancellation)
    {
        _idle.Wait(cancellation);
        ThrowIfFailed();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Cancel();
        _queue.CompleteAdding();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _queue.Dispose();
        _free.Dispose();
        _idle.Dispose();
        _stop.Dispose();
    }

    private void Submit(Job job)
    {
        ThrowIfFailed();
        lock (_commitLock)
        {
            job.Sequence = _submitted++;
            _idle.Reset();
        }

        // Threads start with the first blocks, so that a small archive pays for one thread only.
        if (_threads.Count < _jobs)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = $"check {_threads.Count}" };
            _threads.Add(thread);
            thread.Start();
        }

        _queue.Add(job);
    }

    private sealed record Job(string Member, DocumentEncoding Encoding, IBlockConsumer Consumer, CutBlock Block)
    {
        public long Sequence { get; set; }
    }

    private sealed class Target(
        BlockPipeline pipeline,
        string member,
        int memberOrdinal,
        DocumentEncoding encoding,
        IBlockConsumer consumer,
        Func<bool> endedEarly,
        CancellationToken cancellation)
        : ICutTarget
    {
        /// <summary>What the end of content looks like that was cut off.</summary>
        private static readonly FaultSet OfEnd = FaultSet.Of(FaultKind.UnexpectedEnd, FaultKind.Empty, FaultKind.CborCountBeyondInput);

        /// <summary>Faults around the items, after which an item is missing or has no name.</summary>
        private static readonly FaultSet Losing = FaultSet.Of(
            FaultKind.UnexpectedEnd, FaultKind.Empty, FaultKind.CborCountBeyondInput, FaultKind.ItemTooLarge, FaultKind.CborKeyNotText, FaultKind.InvalidUtf8);

        /// <summary>Whether all items were found, as far as what was delivered tells.</summary>
        public bool IsWhole { get; private set; } = true;

        public CutBlock Rent(int minimumLength)
        {
            // Bounds what exists at a time: a place is free again once a block is checked.
            pipeline._free.Wait(cancellation);
            if (!pipeline._buffers.TryTake(out byte[]? buffer) || buffer.Length < minimumLength)
            {
                buffer = GC.AllocateUninitializedArray<byte>(minimumLength);
            }

            return new CutBlock(buffer, memberOrdinal);
        }

        public void Deliver(CutBlock block)
        {
            IsWhole &= !block.Faults.Exists(fault => Losing.Contains(fault.Fault.Kind)) && !block.Items.Exists(item => item.Broken || item.WrongShape);
            if (endedEarly())
            {
                block.Faults.RemoveAll(fault => OfEnd.Contains(fault.Fault.Kind));
                block.Items.RemoveAll(item => item.Broken);
            }

            pipeline.Submit(new Job(member, encoding, consumer, block));
        }
    }
}
