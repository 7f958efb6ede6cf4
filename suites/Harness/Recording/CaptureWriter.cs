using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Suites.Harness.Recording;

/// <summary>Writes an exchange as a capture that <c>validate federation</c> reads (<c>docs/formats/federation.md</c>).</summary>
public static class CaptureWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it. Bodies that are JSON stay byte by byte; others become strings.</summary>
    /// <param name="exchange">The exchange.</param>
    public static byte[] Write(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("request");
            writer.WriteString("method", exchange.Method);
            writer.WriteString("path", exchange.Path);
            writer.WriteString("destination", exchange.Destination);
            WriteHeaders(writer, exchange.RequestHeaders);
            WriteBody(writer, exchange.RequestBody.Span);
            writer.WriteEndObject();
            writer.WriteStartObject("response");
            writer.WriteNumber("status", exchange.Status);
            WriteHeaders(writer, exchange.Headers);
            WriteBody(writer, exchange.Body.Span);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteHeaders(Utf8JsonWriter writer, ImmutableArray<(string Name, string Value)> headers)
    {
        writer.WriteStartArray("headers");
        foreach ((string name, string value) in headers)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(name);
            writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteBody(Utf8JsonWriter writer, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return;
        }

        writer.WritePropertyName("body");
        if (IsJson(body))
        {
            writer.WriteRawValue(body, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(Encoding.UTF8.GetString(body));
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        const int Deepest = 1_000;
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest });
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
}
