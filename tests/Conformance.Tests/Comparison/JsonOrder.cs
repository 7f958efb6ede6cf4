using System.Text.Json.Nodes;

namespace Conformance.Tests.Comparison;

/// <summary>Puts trees into another order.</summary>
internal static class JsonOrder
{
    public static void MoveFirstToEnd(this JsonArray array)
    {
        JsonNode? first = array[0];
        array.RemoveAt(0);
        array.Add(first);
    }

    public static void MoveFirstToEnd(this JsonObject tree)
    {
        KeyValuePair<string, JsonNode?> first = tree.First();
        tree.Remove(first.Key);
        tree.Add(first.Key, first.Value);
    }
}
