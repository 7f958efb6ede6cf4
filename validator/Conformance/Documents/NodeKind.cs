namespace Conformance.Documents;

/// <summary>The kind of a <see cref="Node"/>, the same for JSON (RFC 8259) and CBOR (RFC 8949).</summary>
public enum NodeKind : byte
{
    /// <summary>No node: the result of a look-up that found nothing.</summary>
    None,

    /// <summary>JSON <c>null</c>; CBOR simple value 22 (RFC 8949 §3.3).</summary>
    Null,

    /// <summary>JSON <c>false</c>; CBOR simple value 20.</summary>
    False,

    /// <summary>JSON <c>true</c>; CBOR simple value 21.</summary>
    True,

    /// <summary>A JSON number without fraction and exponent; CBOR major types 0 and 1, and bignums (tags 2 and 3).</summary>
    Integer,

    /// <summary>A JSON number with a fraction or an exponent; a CBOR half, single or double (RFC 8949 §3.3).</summary>
    Float,

    /// <summary>A JSON string; CBOR major type 3.</summary>
    Text,

    /// <summary>CBOR major type 2. JSON has none.</summary>
    Bytes,

    /// <summary>CBOR simple value 23. JSON has none.</summary>
    Undefined,

    /// <summary>Any other CBOR simple value; its number is <see cref="Node.Int64Value"/>.</summary>
    Simple,

    /// <summary>A JSON array; CBOR major type 4.</summary>
    Array,

    /// <summary>A JSON object; CBOR major type 5. Its children are keys and values by turns.</summary>
    Map,
}
