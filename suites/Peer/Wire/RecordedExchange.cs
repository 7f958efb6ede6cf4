using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Wire;

/// <summary>A request between two servers and its answer.</summary>
internal sealed record RecordedExchange
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its number in the run, in the order in which requests came.</summary>
    public required long Number { get; init; }

    /// <summary>Who asked; empty when the request doesn't say.</summary>
    public required string Origin { get; init; }

    /// <summary>Who was asked.</summary>
    public required string Destination { get; init; }

    /// <summary>The endpoint, by the name that <c>validate federation</c> has for it; <c>error</c> for an unknown one.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query, as they were sent.</summary>
    public required string Target { get; init; }

    /// <summary>The header of authorisation; empty for none.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>The request's body; empty for none.</summary>
    public ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>The answer's status; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>The answer's headers.</summary>
    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The answer's body.</summary>
    public ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary>When the request was made.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it took to the end of the answer.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the answer is whole.</summary>
    public bool IsFinished { get; init; }

    /// <summary>The answer as JSON; null when it is none.</summary>
    public JsonNode? Json => Parse(Answer.Span);

    /// <summary>The request as JSON; null when it is none.</summary>
    public JsonNode? RequestJson => Parse(Request.Span);

    /// <summary>It as a capture that <c>validate federation</c> reads (docs/formats/federation.md). Bodies stay as they were; one that is no JSON becomes a string.</summary>
    public byte[] ToCapture()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("request");
            writer.WriteString("method", Method);
            writer.WriteString("path", Target);
            writer.WriteString("destination", Destination);
            if (Authorization.Length > 0)
            {
                writer.WriteStartObject("headers");
                writer.WriteString(nameof(Authorization), Authorization);
                writer.WriteEndObject();
            }

            WriteBody(writer, Request);
            writer.WriteEndObject();
            writer.WriteStartObject("response");
            writer.WriteNumber("status", Status);
            writer.WriteStartArray("headers");
            foreach ((string name, string value) in Headers)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(name);
                writer.WriteStringValue(value);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            WriteBody(writer, Answer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <inheritdoc/>
    public override string ToString() => $"#{Number} {Origin} -> {Destination} {Method} {Target} : {(IsFinished ? Status.ToString(System.Globalization.CultureInfo.InvariantCulture) : "open")}";

    private static void WriteBody(Utf8JsonWriter writer, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return;
        }

        writer.WritePropertyName("body");
        if (IsJson(body.Span))
        {
            writer.WriteRawValue(body.Span, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(Encoding.UTF8.GetString(body.Span));
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 256 });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonNode? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.IsEmpty ? null : JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
