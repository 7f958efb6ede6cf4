using System.Text;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events.Versions;

namespace Conformance.Profiles.Federation;

/// <summary>
/// Reads a file once to learn what its events are checked by: whether it is a capture, the request line, the room and its version.
/// Holds no more than one item.
/// </summary>
internal sealed class ExchangeSurvey : ICutTarget
{
    private const int LargestEnvelope = 1 << 20;
    private static readonly CutShape Body = CutShape.Members(CutShape.Elements(CutShape.Item));
    private static readonly CutShape Half = CutShape.Named(("body", Body));

    private readonly bool _isCapture;
    private readonly int _depth;
    private readonly Dictionary<string, Document> _envelope = new(StringComparer.Ordinal);
    private readonly HashSet<string> _halves = new(StringComparer.Ordinal);
    private readonly List<byte[]> _buffers = [];
    private long _baseOffset;

    private ExchangeSurvey(bool isCapture, int depth)
    {
        _isCapture = isCapture;
        _depth = depth;
    }

    /// <summary>The shape of a capture whose bodies are cut each by its own shape.</summary>
    public static CutShape CaptureShape(CutShape request, CutShape answer) =>
        CutShape.Named(("request", CutShape.Named(("body", request))), ("response", CutShape.Named(("body", answer))));

    /// <summary>The room that the first event with a room ID belongs to, in UTF-8; empty when there is none.</summary>
    public byte[] Room { get; private set; } = [];

    /// <summary>The room version that a create event or the body itself declares; null when nothing does.</summary>
    public string? DeclaredVersion { get; private set; }

    /// <summary>Whether the file is an object of a request and a response.</summary>
    public bool HasBothHalves => _halves.Count == 2;

    /// <summary>Surveys a file.</summary>
    /// <param name="content">Its bytes from the start.</param>
    /// <param name="isCapture">Whether it may be a capture; else it is a body.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static ExchangeSurvey Of(Stream content, bool isCapture, CutLimits limits, CancellationToken cancellation)
    {
        var survey = new ExchangeSurvey(isCapture, limits.Depth);
        CutShape shape = isCapture ? CutShape.Named(("request", Half), ("response", Half)) : Body;

        // In a body nothing else is looked for; in a capture the status may come last.
        using var stream = new SurveyStream(content, () => !isCapture && survey.DeclaredVersion is not null && survey.Room.Length > 0);
        Cutter.For(DocumentEncoding.Json).Run(stream, shape, limits, survey, cancellation);
        return survey;
    }

    /// <summary>A member of one half of a capture.</summary>
    /// <param name="half"><c>request</c> or <c>response</c>.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>Its value; no node when there is none.</returns>
    public Node Envelope(string half, string name) => _envelope.TryGetValue($"{half}/{name}", out Document? document) ? document.Root : default;

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
        foreach (CutPath path in block.Entered)
        {
            if (path is { Depth: 1, Key: not null })
            {
                _halves.Add(Encoding.UTF8.GetString(path.Key));
            }
        }

        _baseOffset = block.BaseOffset;
        foreach (CutItem item in block.Items)
        {
            Take(item, block.Bytes(item));
        }

        if (block.Buffer.Length <= CutLimits.Default.BlockBytes * 2)
        {
            _buffers.Add(block.Buffer);
        }
    }

    private void Take(in CutItem item, ReadOnlyMemory<byte> bytes)
    {
        CutPath? parent = item.Parent;
        if (!_isCapture)
        {
            TakeBody(bytes, parent is { Depth: 0 } ? item.Key : null);
            return;
        }

        switch (parent?.Depth)
        {
            case null or 0:
                return;
            case 1 when parent.Key is not null && item.Key is not null:
                TakeEnvelope($"{Encoding.UTF8.GetString(parent.Key)}/{Encoding.UTF8.GetString(item.Key)}", item, bytes);
                break;
        }

        TakeBody(bytes, parent is { Depth: 2 } ? item.Key : null);
    }

    private void TakeEnvelope(string name, in CutItem item, ReadOnlyMemory<byte> bytes)
    {
        // A body that isn't JSON is there as Base64, and bounded like any item.
        bool isBody = name == "response/body_base64" && !item.Broken;
        if (isBody || (bytes.Length <= LargestEnvelope && name is "request/method" or "request/path" or "request/url" or "request/query" or "request/headers" or "request/destination"
            or "response/status" or "response/headers"))
        {
            var document = new Document();
            DocumentReader.Read(bytes.ToArray(), DocumentEncoding.Json, document, _baseOffset + item.Start, _depth);
            _envelope.TryAdd(name, document);
        }
    }

    private void TakeBody(ReadOnlyMemory<byte> bytes, byte[]? key)
    {
        bool isVersion = key.AsSpan().SequenceEqual("room_version"u8);
        bool isRoom = Room.Length == 0 && key.AsSpan().SequenceEqual("room_id"u8);
        bool wantsRoom = Room.Length == 0 && bytes.Span.IndexOf("\"room_id\""u8) >= 0;
        bool wantsCreate = DeclaredVersion is null && bytes.Span.IndexOf("m.room.create"u8) >= 0;
        if (!isVersion && !isRoom && !wantsRoom && !wantsCreate)
        {
            return;
        }

        var document = new Document();
        DocumentReader.Read(bytes, DocumentEncoding.Json, document, maxDepth: _depth);
        if (isVersion)
        {
            DeclaredVersion = document.Root.AsString() ?? DeclaredVersion;
            return;
        }

        if (isRoom)
        {
            // The body as a whole is an event.
            Room = document.Root.Kind == NodeKind.Text ? document.Root.Utf8.ToArray() : [];
            return;
        }

        // An event, or an event in an object, or in an array in it.
        Look(document.Root, levels: 3);
    }

    private void Look(Node node, int levels)
    {
        if (node.Kind == NodeKind.Map && node.Get("type"u8).Kind == NodeKind.Text)
        {
            LookAtEvent(node);
        }
        else if (levels > 0 && node.Kind == NodeKind.Map)
        {
            foreach ((Node _, Node value) in node.Members())
            {
                Look(value, levels - 1);
            }
        }
        else if (levels > 0 && node.Kind == NodeKind.Array)
        {
            foreach (Node element in node.Elements())
            {
                Look(element, levels - 1);
            }
        }
    }

    private void LookAtEvent(Node pdu)
    {
        Node room = pdu.Get("room_id"u8);
        if (Room.Length == 0 && room.Kind == NodeKind.Text)
        {
            Room = room.Utf8.ToArray();
        }

        if (DeclaredVersion is null && pdu.Get("type"u8).TextEquals("m.room.create"u8) && pdu.Get("state_key"u8).TextEquals(""u8))
        {
            // A redaction before room version 11 takes the version away; what carries its ID is of the first two versions all the same.
            Node version = pdu.Get("content"u8).Get("room_version"u8);
            DeclaredVersion = version.AsString() ?? (!version.Exists && pdu.Get("event_id"u8).Exists ? RoomVersions.Default : null);
        }
    }
}
