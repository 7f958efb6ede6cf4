using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>Names of kinds of values, for messages.</summary>
internal static class Kinds
{
    public static string Name(NodeKind kind) => kind switch
    {
        NodeKind.Null => "null",
        NodeKind.True or NodeKind.False => "a boolean",
        NodeKind.Integer => "an integer",
        NodeKind.Float => "a float",
        NodeKind.Text => "text",
        NodeKind.Bytes => "a byte string",
        NodeKind.Array => "an array",
        NodeKind.Map => "an object",
        NodeKind.None => "nothing",
        _ => "a value that JSON doesn't have",
    };
}
