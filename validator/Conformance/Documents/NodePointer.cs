using System.Globalization;
using System.Text;

namespace Conformance.Documents;

/// <summary>JSON Pointers (RFC 6901) to nodes, made only when a finding needs one.</summary>
public static class NodePointer
{
    /// <summary>The pointer from the root of its document to a node.</summary>
    /// <param name="node">The node; a key's pointer is that of its value.</param>
    /// <returns>The pointer: empty for the root.</returns>
    public static string Of(Node node)
    {
        if (!node.Exists)
        {
            return "";
        }

        var pointer = new StringBuilder();
        Node at = node.Document.Root;
        while (at.Index != node.Index)
        {
            Node next = default;
            if (at.Kind == NodeKind.Array)
            {
                int position = 0;
                foreach (Node element in at.Elements())
                {
                    if (node.Index < element.Record.Next)
                    {
                        pointer.Append('/').Append(position.ToString(CultureInfo.InvariantCulture));
                        next = element;
                        break;
                    }

                    position++;
                }
            }
            else
            {
                foreach ((Node key, Node value) in at.Members())
                {
                    if (node.Index < value.Record.Next)
                    {
                        AppendSegment(pointer, key);
                        if (node.Index < value.Index)
                        {
                            return pointer.ToString();
                        }

                        next = value;
                        break;
                    }
                }
            }

            if (!next.Exists)
            {
                break;
            }

            at = next;
        }

        return pointer.ToString();
    }

    /// <summary>Escapes one reference token (RFC 6901 §3).</summary>
    /// <param name="token">The plain token.</param>
    /// <returns>The token with <c>~</c> and <c>/</c> escaped.</returns>
    public static string Escape(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }

    private static void AppendSegment(StringBuilder pointer, Node key)
    {
        pointer.Append('/');
        switch (key.Kind)
        {
            case NodeKind.Text:
                pointer.Append(Escape(key.AsString()!));
                break;
            case NodeKind.Integer:
                pointer.Append(key.BigIntegerValue.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                pointer.Append('?');
                break;
        }
    }
}
