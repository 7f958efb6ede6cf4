using System.Text;
using Conformance.Documents;
using Conformance.Documents.Cutting;

namespace Conformance.Profiles.Federation.Har;

/// <summary>
/// Finds the entries of an HTTP archive (HAR 1.2, <c>log.entries</c>). Holds one of them at a time, and remembers where each begins and ends, so that it
/// can be read again.
/// </summary>
internal sealed class HarEntries : ICutTarget
{
    private static readonly CutShape Shape = CutShape.Named(("log", CutShape.Named(("entries", CutShape.Elements(CutShape.Item)))));

    private readonly List<(long Offset, int Length)> _places = [];
    private readonly List<byte[]> _buffers = [];
    private readonly int _limit;

    private HarEntries(int limit) => _limit = limit;

    /// <summary>Whether the file begins like an HTTP archive: an object that begins with <c>log</c>.</summary>
    /// <param name="start">The first bytes.</param>
    public static bool MayBe(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        if (!text.StartsWith("{"u8))
        {
            return false;
        }

        text = text[1..].TrimStart(" \t\r\n"u8);
        return text.StartsWith("\"log\""u8) && text[5..].TrimStart(" \t\r\n"u8).StartsWith(":"u8);
    }

    /// <summary>Makes a capture of each entry.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="most">The most entries that are taken.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The entries, in order, as files that hold a capture each, and whether there were more.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static (IReadOnlyList<FederationInput> Inputs, bool IsCut) Of(FederationInput archive, CutLimits limits, int most, CancellationToken cancellation)
    {
        var entries = new HarEntries(most);
        using (Stream stream = archive.Open())
        {
            Cutter.For(DocumentEncoding.Json).Run(stream, Shape, limits, entries, cancellation);
        }

        string before = archive.Name.Length == 0 ? "" : archive.Name + "/";
        FederationInput[] inputs =
        [
            .. entries._places.Take(most).Select((place, i) => new FederationInput(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{before}log/entries/{i}"), () => Capture(archive, place.Offset, place.Length, limits.Depth))
            {
                IsMade = true,
            }),
        ];
        return (inputs, entries._places.Count > most);
    }

    /// <inheritdoc />
    public CutBlock Rent(int minimumLength)
    {
        int at = _buffers.FindIndex(buffer => buffer.Length >= minimumLength);
        byte[] buffer = at < 0 ? GC.AllocateUninitializedArray<byte>(minimumLength) : _buffers[at];
        if (at >= 0)
        {
            _buffers.RemoveAt(at);
        }

        return new CutBlock(buffer, 0);
    }

    /// <inheritdoc />
    public void Deliver(CutBlock block)
    {
        foreach (CutItem item in block.Items)
        {
            bool isEntry = item.Parent is { Depth: 2, Key: { } key } && Encoding.UTF8.GetString(key) == "entries";
            if (isEntry && _places.Count <= _limit)
            {
                _places.Add((block.BaseOffset + item.Start, item.Length));
            }
        }

        if (block.Buffer.Length <= CutLimits.Default.BlockBytes * 2)
        {
            _buffers.Add(block.Buffer);
        }
    }

    /// <summary>Reads one entry again and makes a capture of it.</summary>
    private static MemoryStream Capture(FederationInput archive, long offset, int length, int depth)
    {
        using Stream stream = archive.Open();
        stream.Seek(offset, SeekOrigin.Begin);
        byte[] entry = new byte[length];
        int read = stream.ReadAtLeast(entry, length, throwOnEndOfStream: false);
        return new MemoryStream(HarCapture.Of(entry.AsMemory(0, read), depth), writable: false);
    }
}
