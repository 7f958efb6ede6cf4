namespace Conformance.Containers;

/// <summary>
/// A directory tree in whatever wraps it. Entries come one after the other; content is streamed and never written to disk.
/// What is wrong with the wrapping becomes findings (rules ARC… and LIM…) on the first pass only.
/// </summary>
public abstract class Container : IDisposable
{
    /// <summary>What this is, in a word a user knows: <c>directory</c>, <c>tar</c>, <c>tar.gz</c>, <c>zip</c>, <c>7z</c> …</summary>
    public abstract string Format { get; }

    /// <summary>Whether <see cref="Rewind"/> works: not for standard input.</summary>
    public abstract bool CanRewind { get; }

    /// <summary>Size of the container in bytes where known, for progress; of a directory, of its files.</summary>
    public abstract long? Length { get; }

    /// <summary>Bytes of the container read so far, for progress.</summary>
    public abstract long Position { get; }

    /// <summary>
    /// Whether the content of the current entry ended before its data did, because the container is damaged or a limit was
    /// reached. What is wrong with the end of such content is a consequence of what was reported already.
    /// </summary>
    public virtual bool ContentEndedEarly => false;

    /// <summary>
    /// Whether entries may be missing that the container held once, or still holds: reading had to stop before its end, or
    /// an entry was lost to damage.
    /// </summary>
    public virtual bool LostEntries => false;

    /// <summary>Goes to the next entry. What is left of the entry before is passed over (and still checked).</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The entry, or null at the end.</returns>
    /// <exception cref="IOException">The input can't be read: a fault of the disk or the pipe, not of the content.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public abstract ContainerEntry? Next(CancellationToken cancellation);

    /// <summary>Starts over at the first entry. Nothing that was reported is reported again.</summary>
    /// <exception cref="NotSupportedException"><see cref="CanRewind"/> is false.</exception>
    public abstract void Rewind();

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the container holds.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected abstract void Dispose(bool disposing);
}
