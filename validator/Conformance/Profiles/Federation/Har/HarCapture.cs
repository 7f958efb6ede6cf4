using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Conformance.Documents;

namespace Conformance.Profiles.Federation.Har;

/// <summary>Makes a capture, an object of <c>request</c> and <c>response</c>, out of an entry of an HTTP archive.</summary>
internal static class HarCapture
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Makes it.</summary>
    /// <param name="entry">The entry. Whatever is wrong with it, a capture is made of what there is.</param>
    /// <param name="depth">Deepest nesting that is read.</param>
    /// <returns>The capture, in UTF-8.</returns>
    public static byte[] Of(ReadOnlyMemory<byte> entry, int depth)
    {
        var document = new Document();
        DocumentReader.Read(entry, DocumentEncoding.Json, document, maxDepth: depth);
        Node request = document.Root.Get("request"u8);
        Node response = document.Root.Get("response"u8);
        var bytes = new ArrayBufferWriter<byte>(entry.Length + 256);
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("request"u8);
            WriteText(writer, "method"u8, request.Get("method"u8));
            WriteText(writer, "path"u8, request.Get("url"u8));
            WriteHeaders(writer, request.Get("headers"u8));
            Node posted = request.Get("postData"u8);
            WriteBody(writer, posted.Get("text"u8), posted.Get("encoding"u8).TextEquals("base64"u8), depth);
            writer.WriteEndObject();
            writer.WriteStartObject("response"u8);
            Node status = response.Get("status"u8);
            if (status.Kind == NodeKind.Integer && (status.Flags & NodeFlags.BigInteger) == 0)
            {
                writer.WriteNumber("status"u8, status.Int64Value);
            }

            WriteHeaders(writer, response.Get("headers"u8));
            Node content = response.Get("content"u8);
            WriteBody(writer, content.Get("text"u8), content.Get("encoding"u8).TextEquals("base64"u8), depth);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Node value)
    {
        if (value.Kind == NodeKind.Text)
        {
            writer.WriteString(name, value.Utf8);
        }
    }

    /// <summary>Headers as pairs, since a name may stand there twice.</summary>
    private static void WriteHeaders(Utf8JsonWriter writer, Node headers)
    {
        writer.WriteStartArray("headers"u8);
        foreach (Node header in headers.Elements())
        {
            Node name = header.Get("name"u8);
            Node value = header.Get("value"u8);
            if (name.Kind == NodeKind.Text && value.Kind == NodeKind.Text)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(name.Utf8);
                writer.WriteStringValue(value.Utf8);
                writer.WriteEndArray();
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>A body as JSON where it is JSON, else as text, or as Base64 where it isn't text.</summary>
    private static void WriteBody(Utf8JsonWriter writer, Node text, bool isBase64, int depth)
    {
        if (text.Kind != NodeKind.Text || text.Utf8.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> body = text.Utf8;
        if (isBase64)
        {
            byte[] decoded = body.ToArray();
            if (Base64.DecodeFromUtf8InPlace(decoded, out int length) != OperationStatus.Done || !IsJson(decoded.AsSpan(0, length), depth))
            {
                writer.WriteString("body_base64"u8, body);
                return;
            }

            body = decoded.AsSpan(0, length);
        }

        // Duplicate names and the like stay, so that the checks see them.
        writer.WritePropertyName("body"u8);
        if (IsJson(body, depth))
        {
            writer.WriteRawValue(body, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(body);
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> text, int depth)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = depth });
        try
        {
            while (reader.Read())
            {
                // Looks at every token.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
