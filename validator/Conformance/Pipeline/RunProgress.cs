namespace Conformance.Pipeline;

/// <summary>How far a run has come. Written by the run, read by whoever shows it, on any thread.</summary>
public sealed class RunProgress
{
    private long _position;
    private long _items;
    private long _length = -1;
    private volatile string _member = "";

    /// <summary>Bytes of the input to read in all; null when unknown.</summary>
    public long? Length
    {
        get => Interlocked.Read(ref _length) is >= 0 and long length ? length : null;
        set => Interlocked.Exchange(ref _length, value ?? -1);
    }

    /// <summary>Bytes of the input read so far.</summary>
    public long Position
    {
        get => Interlocked.Read(ref _position);
        set => Interlocked.Exchange(ref _position, value);
    }

    /// <summary>Items (events, users, rooms) checked so far.</summary>
    public long Items => Interlocked.Read(ref _items);

    /// <summary>The member that is being read.</summary>
    public string Member
    {
        get => _member;
        set => _member = value;
    }

    /// <summary>Counts items as checked.</summary>
    /// <param name="count">How many.</param>
    public void AddItems(long count) => Interlocked.Add(ref _items, count);
}
