using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;

namespace Conformance.Pipeline;

/// <content>The worker threads, and the commits in order.</content>
internal sealed partial class BlockPipeline
{
    private readonly Lock _commitLock = new();
    private readonly Dictionary<long, (Job Job, object? Result, FindingBuffer Findings)> _waiting = [];
    private readonly ManualResetEventSlim _idle = new(true);
    private long _submitted;
    private long _committed;
    private Exception? _failure;

    private void Work()
    {
        var work = new BlockWork(new FindingBuffer(_limits));
        try
        {
            foreach (Job job in _queue.GetConsumingEnumerable(_stop.Token))
            {
                work.Sink = new FindingBuffer(_limits);
                object? result = Guard(() => Check(job, work));
                Return(job.Block.Buffer);
                lock (_commitLock)
                {
                    _waiting.Add(job.Sequence, (job, result, work.Sink));
                    CommitWaiting();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed before all was read: what is left has no taker.
        }
    }

    private static object? Check(Job job, BlockWork work)
    {
        work.Member = job.Member;
        work.MemberOrdinal = job.Block.MemberOrdinal;
        foreach ((DocumentFault fault, CutPath? path) in job.Block.Faults)
        {
            var location = new Location(job.Member.Length == 0 ? null : job.Member, fault.Offset, path?.Pointer ?? "");
            FaultReporter.Report(job.Encoding, fault, location, job.Block.MemberOrdinal, work.Sink);
        }

        object? result = job.Consumer.Process(job.Block, work);
        work.Document.Trim();
        return result;
    }

    private void CommitWaiting()
    {
        while (_waiting.Remove(_committed, out (Job Job, object? Result, FindingBuffer Findings) next))
        {
            Guard(() =>
            {
                if (next.Result is not null)
                {
                    next.Job.Consumer.Commit(next.Result, next.Findings);
                }

                if (!next.Findings.IsEmpty)
                {
                    _findings.Append(next.Findings);
                }

                return null;
            });
            _progress?.AddItems(next.Job.Block.Items.Count);
            _committed++;
        }

        if (_committed == _submitted)
        {
            _idle.Set();
        }
    }

    /// <summary>Keeps the first failure for the reading thread; after it, blocks only pass through.</summary>
    private object? Guard(Func<object?> step)
    {
        if (Volatile.Read(ref _failure) is not null)
        {
            return null;
        }

        try
        {
            return step();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
            return null;
        }
    }

    private void Return(byte[] buffer)
    {
        // Larger buffers were made for one large item and are not kept.
        if (buffer.Length <= CutLimits.Default.BlockBytes * 2)
        {
            _buffers.Add(buffer);
        }

        _free.Release();
    }

    private void ThrowIfFailed()
    {
        if (Volatile.Read(ref _failure) is { } failure)
        {
            throw new InvalidOperationException("Checking a block failed.", failure);
        }
    }
}
