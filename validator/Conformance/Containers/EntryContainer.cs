using System.Buffers;
using Conformance.Containers.Paths;
using Conformance.Findings;

namespace Conformance.Containers;

/// <summary>What containers have in common: limits, the paths seen so far, findings on the first pass only.</summary>
internal abstract class EntryContainer : Container
{
    private const int PassOverBytes = 1 << 16;

    private readonly ContainerLimits _limits;
    private PathTree _paths;
    private Stream _content = Stream.Null;
    private long _entries;
    private int _members;
    private long _spent;
    private bool _ended;

    protected EntryContainer(ContainerLimits limits, ContainerReporter reporter)
    {
        _limits = limits;
        Reporter = reporter;
        _paths = new PathTree(limits, reporter);
    }

    public sealed override bool ContentEndedEarly => Stopped || ContentDamaged;

    public sealed override bool LostEntries => Stopped || EntriesLost;

    protected ContainerReporter Reporter { get; }

    /// <summary>Bytes of the container that were unpacked so far.</summary>
    protected virtual long CompressedRead => Position;

    /// <summary>Whether a fault ended the content of the current entry.</summary>
    protected bool ContentDamaged { get; set; }

    /// <summary>Whether damage took entries away.</summary>
    protected bool EntriesLost { get; set; }

    /// <summary>Whether a pass has reached the end, so that nothing new can be found.</summary>
    protected bool FullyRead { get; private set; }

    /// <summary>Whether a limit has ended the reading.</summary>
    protected bool Stopped { get; private set; }

    public sealed override ContainerEntry? Next(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_ended)
        {
            return null;
        }

        PassOver(_content, cancellation);
        _content = Stream.Null;
        ContentDamaged = false;
        ContainerEntry? entry = null;
        while (!Stopped && Advance(cancellation))
        {
            entry = Current;
            Current = null;
            if (entry is not null)
            {
                _content = entry.Content;
                return Stopped ? null : entry;
            }

            cancellation.ThrowIfCancellationRequested();
        }

        _ended = true;
        FullyRead = true;
        Reporter.Ordinal = 0;
        return null;
    }

    public sealed override void Rewind()
    {
        if (!CanRewind)
        {
            throw new NotSupportedException("This input can be read once only.");
        }

        _content = Stream.Null;
        _paths = new PathTree(_limits, Reporter);
        _entries = 0;
        _members = 0;
        _spent = 0;
        _ended = false;
        Stopped = false;
        ContentDamaged = false;
        Reporter.StartOver();
        StartOver();
    }

    /// <summary>The entry that <see cref="Advance"/> found; null when what it found is none.</summary>
    protected ContainerEntry? Current { get; set; }

    /// <summary>Goes to the next entry; the content of the one before has been passed over.</summary>
    /// <returns>False at the end.</returns>
    protected abstract bool Advance(CancellationToken cancellation);

    /// <summary>Goes back to before the first entry.</summary>
    protected abstract void StartOver();

    /// <summary>Passes over what is left of an entry's content.</summary>
    protected virtual void PassOver(Stream content, CancellationToken cancellation) => Drain(content, cancellation);

    protected static void Drain(Stream content, CancellationToken cancellation)
    {
        if (ReferenceEquals(content, Stream.Null))
        {
            return;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(PassOverBytes);
        try
        {
            while (content.Read(buffer) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Lets findings count for the entry that comes next, before it is admitted.</summary>
    protected void AnnounceEntry() => Reporter.Ordinal = _members + 1;

    /// <summary>Counts an entry, checks its path and its place in the tree.</summary>
    /// <param name="header">What the container says.</param>
    /// <param name="path">The path to show; empty for the root itself.</param>
    /// <param name="unusable">Whether the entry must not be read as a member of the tree.</param>
    /// <returns>False when the entry is no member: the root directory, or one entry too many.</returns>
    protected bool Admit(EntryHeader header, out string path, out bool unusable)
    {
        unusable = header.Unusable;
        path = "";
        if (++_entries > _limits.Entries)
        {
            Stop(ContainerRules.EntryLimit, "entries beyond the limit", ("limit", _limits.Entries));
            return false;
        }

        AnnounceEntry();
        EntryPath entry = EntryPath.Read(header.Name, _limits.PathBytes);
        path = entry.Text;
        unusable |= PathChecks.Report(entry, header, _limits, Reporter);
        if (path.Length == 0)
        {
            return false;
        }

        if (header.Kind is not (ContainerEntryKind.File or ContainerEntryKind.Directory))
        {
            unusable |= LinkChecks.Report(path, header, _paths, Reporter);
        }

        if (!entry.Escapes && entry.Depth <= _limits.PathDepth)
        {
            unusable |= _paths.Add(path, header.Kind == ContainerEntryKind.Directory);
        }

        _members++;
        return true;
    }

    /// <summary>Counts bytes that were read or inflated.</summary>
    /// <returns>False when a limit is reached: nothing more is to be read.</returns>
    protected bool Spend(long bytes)
    {
        _spent += bytes;
        if (_spent > _limits.TotalBytes)
        {
            Stop(ContainerRules.TotalBytesLimit, "content beyond the limit of bytes", ("limit", _limits.TotalBytes));
        }
        else if (_spent > _limits.RatioFloorBytes && _spent > _limits.Ratio * Math.Max(1, CompressedRead))
        {
            Stop(
                ContainerRules.RatioLimit,
                "content that compresses suspiciously well",
                ("uncompressed", _spent),
                ("compressed", CompressedRead),
                ("limit", (long)_limits.Ratio));
        }

        return !Stopped;
    }

    private void Stop(string rule, string what, params ReadOnlySpan<Argument> arguments)
    {
        if (Stopped)
        {
            return;
        }

        Stopped = true;
        Reporter.Report(rule, Location.Input, arguments);
        Reporter.NotChecked(what, $"limit {rule} was reached; raise it if the archive is to be trusted", Location.Input);
    }
}
