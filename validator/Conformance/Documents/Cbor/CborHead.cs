using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Conformance.Documents.Cbor;

/// <summary>Major types, initial bytes and arguments (RFC 8949 §3).</summary>
internal static class CborHead
{
    public const int Unsigned = 0;
    public const int Negative = 1;
    public const int Bytes = 2;
    public const int Text = 3;
    public const int Array = 4;
    public const int Map = 5;
    public const int Tag = 6;
    public const int Simple = 7;

    /// <summary>Additional information of an indefinite length.</summary>
    public const int Indefinite = 31;

    /// <summary>The byte that ends an item of indefinite length.</summary>
    public const byte Break = 0xff;

    /// <summary>The tag that marks a file as CBOR (RFC 8949 §3.4.6).</summary>
    public const ulong SelfDescribed = 55799;

    /// <summary>
    /// The length of a head in bytes, from its initial byte alone; 0 for additional information that is reserved (28 to 30), and 1
    /// for an indefinite length.
    /// </summary>
    public static int LengthOf(byte initial) => (initial & 31) switch
    {
        < 24 or Indefinite => 1,
        24 => 2,
        25 => 3,
        26 => 5,
        27 => 9,
        _ => 0,
    };

    /// <summary>The argument of a head that is all there.</summary>
    public static ulong Argument(ReadOnlySpan<byte> head) => (head[0] & 31) switch
    {
        24 => head[1],
        25 => BinaryPrimitives.ReadUInt16BigEndian(head[1..]),
        26 => BinaryPrimitives.ReadUInt32BigEndian(head[1..]),
        27 => BinaryPrimitives.ReadUInt64BigEndian(head[1..]),
        int information => (ulong)information,
    };

    /// <summary>Whether an argument takes more bytes than it needs (RFC 8949 §4.1). Not for major type 7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLong(int headLength, ulong argument) => headLength switch
    {
        1 => false,
        2 => argument < 24,
        3 => argument <= byte.MaxValue,
        5 => argument <= ushort.MaxValue,
        _ => argument <= uint.MaxValue,
    };
}
