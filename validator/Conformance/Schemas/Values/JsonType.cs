using System.Buffers;
using Conformance.Documents;

namespace Conformance.Schemas.Values;

/// <summary>The types of the JSON data model (Core, section 4.2.1). What only CBOR has is none of them.</summary>
internal static class JsonType
{
    /// <summary>Whether a node is a number of the JSON data model: NaN and infinities are not.</summary>
    public static bool IsNumber(Node node) => node.Kind == NodeKind.Integer || (node.Kind == NodeKind.Float && IsFinite(node));

    /// <summary>Whether a node is a number without fraction, however it is written.</summary>
    public static bool IsInteger(Node node)
    {
        if (node.Kind != NodeKind.Float)
        {
            return node.Kind == NodeKind.Integer;
        }

        if (node.Document.Encoding == DocumentEncoding.Cbor)
        {
            double value = node.DoubleValue;
            return double.IsFinite(value) && Math.Truncate(value) == value;
        }

        int length = DecimalNumber.MaxLength(node) + 24;
        byte[]? rented = length > 256 ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> buffer = rented ?? stackalloc byte[256];
        bool integer = DecimalNumber.Of(node, buffer).IsInteger;
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return integer;
    }

    private static bool IsFinite(Node node) => node.Document.Encoding == DocumentEncoding.Json || double.IsFinite(node.DoubleValue);
}
