using Conformance.Containers;

namespace Conformance.Tests.Support;

/// <summary>A container of entries given in memory, in the order given.</summary>
internal sealed class MemoryContainer(string format, bool canRewind, params IReadOnlyList<MemoryEntry> entries) : Container
{
    private int _next;

    public int Passes { get; private set; } = 1;

    public override string Format => format;

    public override bool CanRewind => canRewind;

    public override long? Length => entries.Sum(entry => (long)entry.Content.Length);

    public override long Position => entries.Take(_next).Sum(entry => (long)entry.Content.Length);

    public override ContainerEntry? Next(CancellationToken cancellation)
    {
        if (_next == entries.Count)
        {
            return null;
        }

        MemoryEntry entry = entries[_next++];
        return new ContainerEntry(entry.Path, entry.Kind, entry.Content.Length, new MemoryStream(entry.Content, writable: false), entry.Unusable);
    }

    public override void Rewind()
    {
        if (!CanRewind)
        {
            throw new NotSupportedException();
        }

        _next = 0;
        Passes++;
    }

    protected override void Dispose(bool disposing)
    {
    }
}
