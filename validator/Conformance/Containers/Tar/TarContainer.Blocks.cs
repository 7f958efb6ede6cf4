using System.Buffers;
using Conformance.Findings;

namespace Conformance.Containers.Tar;

/// <content>Passing over data, the end of the archive, and going on after damage.</content>
internal sealed partial class TarContainer
{
    private const int SkipBytes = 1 << 16;

    private bool _truncated;

    private void Skip(long count, CancellationToken cancellation)
    {
        long skipped = _source.Skip(count);
        _offset += skipped;
        count -= skipped;
        if (!Spend(skipped) || count == 0)
        {
            return;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(SkipBytes);
        try
        {
            while (count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                int read = _source.Read(buffer.AsSpan(0, (int)Math.Min(buffer.Length, count)));
                if (read == 0)
                {
                    ReportTruncated(count);
                    return;
                }

                count -= read;
                _offset += read;
                if (!Spend(read))
                {
                    return;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void ReportTruncated(long missing)
    {
        if (_truncated)
        {
            return;
        }

        _truncated = true;
        ContentDamaged = true;
        EntriesLost = true;
        _left = _padding = 0;
        if (!_source.Damaged)
        {
            Location location = _path is null ? Location.Input : new Location(_path);
            Reporter.Report(ContainerRules.TarTruncated, location, ("offset", _offset), ("missing", missing));
            Reporter.NotChecked("what the truncated archive no longer holds", "the tar archive ends early", location);
        }
    }

    /// <summary>Reads what comes after the first block of zeros: a second one, and nothing but zeros.</summary>
    private void ReadEnd(CancellationToken cancellation)
    {
        Reporter.Ordinal = 0;
        ReportDanglingExtension();
        long end = _offset;
        bool zeros = true;
        long after = 0;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(SkipBytes);
        try
        {
            int read;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                read = _source.ReadFully(buffer.AsSpan(0, SkipBytes));
                zeros &= !buffer.AsSpan(0, read).ContainsAnyExcept((byte)0);
                after += read;
            }
            while (read > 0 && Spend(read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (_source.Damaged || Stopped)
        {
            return;
        }

        if (!zeros)
        {
            Reporter.Report(ContainerRules.TarDataAfterEnd, Location.Input, ("offset", end), ("bytes", after));
        }
        else if (after < TarHeader.BlockBytes)
        {
            Reporter.Report(ContainerRules.TarEndMissing, Location.Input, ("offset", end), ("blocks", 1));
        }
    }

    /// <summary>Looks for the next block that is a header.</summary>
    private bool Resynchronize(CancellationToken cancellation)
    {
        long damaged = _offset - TarHeader.BlockBytes;
        _extensions.Clear();
        bool found = false;
        while (!found && ReadBlock())
        {
            cancellation.ThrowIfCancellationRequested();
            found = TarHeader.HasChecksum(_block);
        }

        EntriesLost = true;
        long resumed = found ? _offset - TarHeader.BlockBytes : _offset;
        Reporter.Ordinal = 0;
        Reporter.Report(ContainerRules.TarHeaderChecksum, Location.Input, ("offset", damaged), ("resumed", resumed));
        Reporter.NotChecked("what a damaged tar header hides", "its entry can't be told from its data", Location.Input);
        return found && ReadEntry(cancellation);
    }

    private void ReportDanglingExtension()
    {
        if (_extensions.Any)
        {
            _extensions.Clear();
            Reporter.Report(ContainerRules.TarDanglingExtension, Location.Input, ("offset", _offset));
        }
    }
}
