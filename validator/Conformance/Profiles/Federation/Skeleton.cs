using System.Buffers;
using System.Text;
using System.Text.Json;
using Conformance.Documents;
using Conformance.Documents.Cutting;

namespace Conformance.Profiles.Federation;

/// <summary>
/// A body without the lists of events that were cut out of it, whose places stay as empty arrays: what its schema is evaluated on. Knows where
/// each part of it stood in the file.
/// </summary>
/// <param name="limit">The most bytes that are kept.</param>
internal sealed class Skeleton(long limit)
{
    private readonly Dictionary<CutPath, Branch> _branches = [];
    private readonly List<(int Start, int Length, long Offset)> _segments = [];
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private Branch? _root;
    private Piece? _whole;
    private long _kept;

    /// <summary>Whether there was more than is kept, or bytes that are no JSON, so that nothing may be said of the body as a whole.</summary>
    public bool IsDamaged { get; set; }

    /// <summary>Whether there was more than is kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether there is anything at all.</summary>
    public bool Exists => _root is not null || _whole is not null;

    /// <summary>Puts a map or an array in its place.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isArray">Whether it is an array.</param>
    /// <param name="isRoot">Whether it is the body itself.</param>
    public void Enter(CutPath path, bool isArray, bool isRoot)
    {
        var branch = new Branch(path.Key, path.Index, path.Offset, isArray);
        if (!_branches.TryAdd(path, branch))
        {
            return;
        }

        if (isRoot)
        {
            _root ??= branch;
        }
        else if (path.Parent is not null && _branches.TryGetValue(path.Parent, out Branch? parent))
        {
            parent.Children.Add(branch);
        }
    }

    /// <summary>Puts a value in its place.</summary>
    /// <param name="parent">Where it stands; null when it is the body itself.</param>
    /// <param name="piece">The value.</param>
    public void Add(CutPath? parent, Piece piece)
    {
        _kept += piece.Bytes.Length;
        if (_kept > limit)
        {
            IsCut = IsDamaged = true;
        }
        else if (parent is null)
        {
            _whole ??= piece;
        }
        else if (_branches.TryGetValue(parent, out Branch? branch))
        {
            branch.Children.Add(piece);
        }
    }

    /// <summary>Reads it.</summary>
    /// <param name="depth">Deepest nesting.</param>
    /// <returns>The document; null when there is none.</returns>
    public Document? Read(int depth)
    {
        Part? root = _whole ?? (Part?)_root;
        if (root is null || IsCut)
        {
            return null;
        }

        Write(root);
        var document = new Document();
        DocumentReader.Read(_bytes.WrittenMemory, DocumentEncoding.Json, document, maxDepth: depth);
        return document;
    }

    /// <summary>The offset in the file of a place in what was read.</summary>
    public long OffsetOf(long offset)
    {
        int low = 0;
        int high = _segments.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_segments[middle].Start <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        if (_segments.Count == 0)
        {
            return offset;
        }

        (int start, int length, long at) = _segments[low];
        return at + Math.Min(Math.Max(0, offset - start), length);
    }

    /// <summary>Writes a part; branches nest no deeper than shapes do.</summary>
    private void Write(Part part)
    {
        if (part is Piece piece)
        {
            _segments.Add((_bytes.WrittenCount, piece.Bytes.Length, piece.Offset));
            _bytes.Write(piece.Bytes);
            return;
        }

        var branch = (Branch)part;
        _segments.Add((_bytes.WrittenCount, 0, branch.Offset));
        _bytes.Write(branch.IsArray ? "["u8 : "{"u8);
        branch.Children.Sort(static (x, y) => x.Index.CompareTo(y.Index));
        for (int i = 0; i < branch.Children.Count; i++)
        {
            if (i > 0)
            {
                _bytes.Write(","u8);
            }

            if (branch.Children[i].Key is { } key)
            {
                _bytes.Write("\""u8);
                _bytes.Write(JsonEncodedText.Encode(Encoding.UTF8.GetString(key)).EncodedUtf8Bytes);
                _bytes.Write("\":"u8);
            }

            Write(branch.Children[i]);
        }

        _bytes.Write(branch.IsArray ? "]"u8 : "}"u8);
    }

    /// <summary>A part of a body.</summary>
    /// <param name="Key">Its name in a map; null in an array.</param>
    /// <param name="Index">Its position.</param>
    /// <param name="Offset">Its offset in the file.</param>
    internal abstract record Part(byte[]? Key, long Index, long Offset);

    /// <summary>A value as it stood there.</summary>
    /// <param name="Key">Its name in a map; null in an array.</param>
    /// <param name="Index">Its position.</param>
    /// <param name="Offset">Its offset in the file.</param>
    /// <param name="Bytes">Its bytes.</param>
    internal sealed record Piece(byte[]? Key, long Index, long Offset, byte[] Bytes) : Part(Key, Index, Offset);

    private sealed record Branch(byte[]? Key, long Index, long Offset, bool IsArray) : Part(Key, Index, Offset)
    {
        public List<Part> Children { get; } = [];
    }
}
