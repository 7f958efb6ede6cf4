using System.Globalization;
using System.Text;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Schemas.Evaluating;

/// <summary>Puts values and requirements into a few words.</summary>
internal static class Words
{
    private const int MaxQuoted = 60;

    /// <summary>A value's kind and, where that is short and not secret, the value.</summary>
    public static string Describe(Node node, bool secret) => node.Kind switch
    {
        NodeKind.Null => "null",
        NodeKind.True => secret ? "a boolean" : "true",
        NodeKind.False => secret ? "a boolean" : "false",
        NodeKind.Integer => secret ? "an integer" : $"the integer {Number(node)}",
        NodeKind.Float => secret ? "a number" : $"the number {Number(node)}",
        NodeKind.Text => secret ? $"the string {Quoting.Secret(node.Utf8)}" : $"the string {Quote(node.Utf8)}",
        NodeKind.Bytes => "a byte string",
        NodeKind.Undefined => "undefined",
        NodeKind.Simple => "a simple value",
        NodeKind.Array => $"an array of {Count(node.Count, "element")}",
        NodeKind.Map => $"an object with {Count(node.Count, "member")}",
        _ => "nothing",
    };

    /// <summary>A number of things: "1 element", "3 elements".</summary>
    public static string Count(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>A name for a value of a schema: text quoted, scalars as they are, others by kind.</summary>
    public static string Value(Node node) => node.Kind switch
    {
        NodeKind.Text => Quote(node.Utf8),
        NodeKind.Integer or NodeKind.Float => Number(node),
        _ => Describe(node, secret: false),
    };

    /// <summary>A list with "or" before the last.</summary>
    public static string OneOf(IReadOnlyList<string> items)
    {
        const int most = 8;
        if (items.Count < 2)
        {
            return items.Count == 0 ? "nothing" : items[0];
        }

        return items.Count <= most
            ? $"{string.Join(", ", items.Take(items.Count - 1))} or {items[^1]}"
            : $"{string.Join(", ", items.Take(most))} or {items.Count - most} others";
    }

    /// <summary>The last segment of a node's pointer, unescaped.</summary>
    public static string NameOf(Node node)
    {
        string pointer = NodePointer.Of(node);
        string last = pointer[(pointer.LastIndexOf('/') + 1)..];
        return last.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }

    /// <summary>A keyword as a segment of a JSON Pointer in a URI's fragment (RFC 6901, section 6).</summary>
    public static string EscapeFragment(string segment) => EscapePointer(NodePointer.Escape(segment));

    /// <summary>A JSON Pointer as a URI's fragment (RFC 6901, section 6).</summary>
    public static string EscapePointer(string pointer)
    {
        StringBuilder? escaped = null;
        for (int i = 0; i < pointer.Length; i++)
        {
            char c = pointer[i];
            if (c is > ' ' and < '\u007f' and not ('"' or '%' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '#' or '[' or ']'))
            {
                escaped?.Append(c);
                continue;
            }

            escaped ??= new StringBuilder(pointer, 0, i, pointer.Length + 16);
            int length = char.IsSurrogatePair(pointer, i) ? 2 : 1;
            foreach (byte b in Encoding.UTF8.GetBytes(pointer.Substring(i, length)))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }

            i += length - 1;
        }

        return escaped?.ToString() ?? pointer;
    }

    private static string Quote(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= MaxQuoted)
        {
            return $"\"{Quoting.Safe(utf8)}\"";
        }

        int cut = MaxQuoted;
        while (cut > 0 && (utf8[cut] & 0xC0) == 0x80)
        {
            cut--;
        }

        return $"\"{Quoting.Safe(utf8[..cut])}…\" ({utf8.Length} bytes)";
    }

    private static string Number(Node node)
    {
        if (node.Document.Encoding == DocumentEncoding.Json)
        {
            ReadOnlySpan<byte> raw = node.Raw;
            return raw.Length <= MaxQuoted ? Quoting.Safe(raw) : $"{Quoting.Safe(raw[..MaxQuoted])}… ({raw.Length} digits)";
        }

        if (node.Kind == NodeKind.Float)
        {
            return node.DoubleValue.ToString("R", CultureInfo.InvariantCulture);
        }

        return node.Raw.Length > 40 ? $"of {node.Raw.Length} bytes" : node.BigIntegerValue.ToString(CultureInfo.InvariantCulture);
    }
}
