namespace Conformance.Documents;

/// <summary>
/// What a strict reader can have to say. Which rule a kind belongs to, and how severe that is, depends on what the document
/// is (see the catalogue); the readers only observe. At most 128 kinds.
/// </summary>
public enum FaultKind : byte
{
    // Both encodings ---------------------------------------------------------------------------------------------

    /// <summary>
    /// The input ends inside the value. <c>Detail</c>: bytes still expected where known. Not noted when
    /// <see cref="CborCountBeyondInput"/> says the same already.
    /// </summary>
    UnexpectedEnd,

    /// <summary>There is no value at all.</summary>
    Empty,

    /// <summary>Bytes follow the value. <c>Detail</c>: how many.</summary>
    TrailingBytes,

    /// <summary>
    /// A name stands twice in one map or object (RFC 8949 §5.6, RFC 7493 §2.3). <c>Text</c>: the name; for a key that isn't text, its
    /// encoding in hexadecimal digits after <c>0x</c>. Names that are not valid UTF-8 are not compared.
    /// </summary>
    DuplicateKey,

    /// <summary>
    /// Nesting is deeper than the limit. <c>Detail</c>: the limit. For the container that goes beyond it stands one node without children,
    /// flagged <see cref="NodeFlags.Incomplete"/>; what is in it is not read into nodes, what follows it is.
    /// </summary>
    TooDeep,

    /// <summary>Text is not valid UTF-8. <c>Detail</c>: the first offending byte.</summary>
    InvalidUtf8,

    /// <summary>One item is larger than the limit and was passed over. <c>Detail</c>: the limit in bytes.</summary>
    ItemTooLarge,

    // JSON -------------------------------------------------------------------------------------------------------

    /// <summary>A byte order mark before the value (RFC 8259 §8.1).</summary>
    JsonByteOrderMark,

    /// <summary>A byte that can't stand where it stands (RFC 8259 §2). <c>Detail</c>: the byte.</summary>
    JsonUnexpectedByte,

    /// <summary>A comma before a closing bracket or another comma.</summary>
    JsonExtraComma,

    /// <summary>Two elements or members without a comma between.</summary>
    JsonMissingComma,

    /// <summary>A member without its colon or value.</summary>
    JsonMissingValue,

    /// <summary>A member name that isn't a string.</summary>
    JsonNameNotString,

    /// <summary>An unquoted word other than <c>true</c>, <c>false</c>, <c>null</c> (<c>NaN</c>, <c>undefined</c>, <c>True</c>). <c>Text</c>: the word.</summary>
    JsonUnknownLiteral,

    /// <summary>A numeral that breaks the grammar (RFC 8259 §6): leading zero, plus sign, bare point, empty exponent, hexadecimal.</summary>
    JsonBadNumber,

    /// <summary>An unescaped control character in a string (RFC 8259 §7). <c>Detail</c>: the byte.</summary>
    JsonControlCharacter,

    /// <summary>A backslash sequence that JSON doesn't have (RFC 8259 §7).</summary>
    JsonBadEscape,

    /// <summary>An escape that denotes half of a surrogate pair (RFC 7493 §2.1).</summary>
    JsonLoneSurrogate,

    /// <summary>A comment.</summary>
    JsonComment,

    /// <summary>A string in single quotes.</summary>
    JsonSingleQuote,

    /// <summary>The text is UTF-16 or UTF-32, not UTF-8 (RFC 8259 §8.1).</summary>
    JsonNotUtf8,

    // CBOR: not well-formed (RFC 8949 §3, appendix F) ------------------------------------------------------------

    /// <summary>Additional information 28, 29 or 30. <c>Detail</c>: the initial byte.</summary>
    CborReservedInformation,

    /// <summary>An indefinite length on a major type that has none (0, 1 or 6). <c>Detail</c>: the initial byte.</summary>
    CborIndefiniteNotAllowed,

    /// <summary>A break code outside of an indefinite-length item.</summary>
    CborUnexpectedBreak,

    /// <summary>A chunk of an indefinite-length string that is no definite-length string of the same major type.</summary>
    CborBadChunk,

    /// <summary>An indefinite-length map that ends after a key.</summary>
    CborOddMap,

    /// <summary>A simple value below 32 in two bytes (RFC 8949 §3.3). <c>Detail</c>: the value.</summary>
    CborBadSimple,

    /// <summary>
    /// A length, or a count of elements or pairs, that promises more than the bytes that are left could hold. <c>Detail</c>: the length
    /// or count. One in a document: what follows is read, and the end that then comes is not noted again.
    /// </summary>
    CborCountBeyondInput,

    // CBOR: outside of the JSON data model (RFC 8949 §6.1) -------------------------------------------------------

    /// <summary>A map key that isn't text. What else there is to say about such a key (that it is a byte string) is noted too.</summary>
    CborKeyNotText,

    /// <summary>A byte string, other than the content of a bignum (tags 2 and 3) of at most 1,024 bytes, which is read as an integer.</summary>
    CborByteString,

    /// <summary>A tag. <c>Detail</c>: its number.</summary>
    CborTag,

    /// <summary>The simple value <c>undefined</c>.</summary>
    CborUndefined,

    /// <summary>A simple value that JSON has no like of. <c>Detail</c>: its number.</summary>
    CborSimple,

    /// <summary>A float that is NaN or infinite.</summary>
    CborNonFinite,

    // CBOR: encodings that are legal but not preferred (RFC 8949 §4.1, §4.2) -------------------------------------

    /// <summary>An indefinite-length string, array or map.</summary>
    CborIndefinite,

    /// <summary>An integer, length or tag that isn't in its shortest form.</summary>
    CborNonShortest,

    /// <summary>A float that a shorter float could carry.</summary>
    CborNonShortestFloat,

    // Numbers, as the Matrix data model sees them ----------------------------------------------------------------
    // A float gets exactly one of CborNonFinite, NumberOverflow, NegativeZero, IntegralFloat and Float, in this order of choice.

    /// <summary>
    /// A float, or a JSON numeral with a fraction or an exponent, whose value is not whole, or is whole and outside of
    /// -(2^53)+1 … 2^53-1. None of the kinds below is noted for it.
    /// </summary>
    Float,

    /// <summary>
    /// A float, or a JSON numeral with a fraction or an exponent, whose value is a whole number in -(2^53)+1 … 2^53-1: <c>1.0</c>,
    /// <c>1e3</c>. Not noted as <see cref="Float"/> too.
    /// </summary>
    IntegralFloat,

    /// <summary>An integer outside of -(2^53)+1 … 2^53-1 (Matrix appendices, canonical JSON).</summary>
    IntegerOutOfRange,

    /// <summary>A zero with a minus sign: the float -0.0, or the JSON numerals <c>-0</c>, <c>-0.0</c>, <c>-0e1</c>. The node's kind tells which.</summary>
    NegativeZero,

    /// <summary>A JSON numeral too large for a double.</summary>
    NumberOverflow,

    // Limits and marks -------------------------------------------------------------------------------------------

    /// <summary>A map that is cut has more names than are remembered: whether one stands twice was not seen to the end. <c>Detail</c>: how many were.</summary>
    TooManyNames,

    /// <summary>One document holds more values than the limit; reading ended there. <c>Detail</c>: the limit.</summary>
    TooManyNodes,

    /// <summary>The tag 55799 around the outermost value, which marks a file as CBOR (RFC 8949 §3.4.6). Not noted as <see cref="CborTag"/> too.</summary>
    CborSelfDescribed,
}
