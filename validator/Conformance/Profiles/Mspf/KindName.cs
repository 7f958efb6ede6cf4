using Conformance.Documents;

namespace Conformance.Profiles.Mspf;

/// <summary>A value's kind in a word: what may be said of a value that could be a secret in the wrong place.</summary>
internal static class KindName
{
    public static string Of(Node node) => node.Kind switch
    {
        NodeKind.Null => "null",
        NodeKind.False or NodeKind.True => "a boolean",
        NodeKind.Integer => "an integer",
        NodeKind.Float => "a number with a fraction or an exponent",
        NodeKind.Text => node.Utf8.IsEmpty ? "an empty text" : "text",
        NodeKind.Bytes => "a byte string",
        NodeKind.Array => "an array",
        NodeKind.Map => "a map",
        NodeKind.Undefined => "undefined",
        NodeKind.Simple => "a simple value",
        _ => "nothing",
    };
}
