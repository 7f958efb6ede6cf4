using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>CBOR of a JSON value, by the generator's writer, which shares no code with the readers.</summary>
internal static class CborText
{
    public static byte[] Of(JsonNode? node) => CborBytes.From(node);

    /// <summary>A map whose keys may stand twice.</summary>
    public static byte[] Map(params (string Key, JsonNode? Value)[] members) =>
        CborBytes.Map([.. members.SelectMany(member => (byte[][])[CborBytes.Text(member.Key), CborBytes.From(member.Value)])]);
}
