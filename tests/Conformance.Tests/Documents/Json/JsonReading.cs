using System.Text;
using Conformance.Documents;

namespace Conformance.Tests.Documents.Json;

/// <summary>Short ways to read JSON in tests.</summary>
internal static class JsonReading
{
    public static Document Read(string text, int maxDepth = DocumentReader.DefaultDepth) => Read(Encoding.UTF8.GetBytes(text), maxDepth);

    /// <summary>Text in which every character stands for one byte.</summary>
    public static Document ReadLatin1(string text) => Read(Encoding.Latin1.GetBytes(text));

    public static Document Read(byte[] bytes, int maxDepth = DocumentReader.DefaultDepth)
    {
        var document = new Document();
        DocumentReader.Read(bytes, DocumentEncoding.Json, document, maxDepth: maxDepth);
        TapeInvariants.ShouldHoldFor(document);
        return document;
    }

    /// <summary>Faults as text: kind and offset, in order.</summary>
    public static string FaultsOf(Document document) => string.Join(' ', document.Faults.Select(f => $"{f.Kind}@{f.Offset}"));

    /// <summary>The nodes in a notation like JSON, where unreadable values are <c>?</c>.</summary>
    public static string Show(Document document) => document.NodeCount == 0 ? "" : Show(document.Root);

    public static string Show(Node node)
    {
        var text = new StringBuilder();
        Show(node, text);
        return text.ToString();
    }

    private static void Show(Node node, StringBuilder text)
    {
        switch (node.Kind)
        {
            case NodeKind.Null:
                text.Append((node.Flags & NodeFlags.Incomplete) != 0 ? "?" : "null");
                break;
            case NodeKind.True:
                text.Append("true");
                break;
            case NodeKind.False:
                text.Append("false");
                break;
            case NodeKind.Integer:
                text.Append(node.BigIntegerValue);
                break;
            case NodeKind.Float:
                text.Append(FormattableString.Invariant($"{node.DoubleValue:R}f"));
                break;
            case NodeKind.Text:
                text.Append('\'').Append(node.AsString()).Append('\'');
                break;
            case NodeKind.Array:
                text.Append('[');
                foreach (Node element in node.Elements())
                {
                    Show(element, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case NodeKind.Map:
                text.Append('{');
                foreach ((Node key, Node value) in node.Members())
                {
                    Show(key, text);
                    text.Append(':');
                    Show(value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            default:
                throw new InvalidOperationException($"JSON has no {node.Kind}.");
        }
    }
}
