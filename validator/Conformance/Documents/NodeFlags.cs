namespace Conformance.Documents;

/// <summary>What a reader saw of a node beyond its kind and value.</summary>
[Flags]
public enum NodeFlags : byte
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>The decoded text lies in the document's scratch buffer, since the source holds escapes, chunks or invalid UTF-8.</summary>
    Scratch = 1,

    /// <summary>An integer outside the range of <see cref="long"/>.</summary>
    BigInteger = 2,

    /// <summary>A float whose value is a whole number.</summary>
    Integral = 4,

    /// <summary>A zero with a minus sign.</summary>
    NegativeZero = 8,

    /// <summary>The node carried at least one CBOR tag.</summary>
    Tagged = 16,

    /// <summary>
    /// The reader met a fault inside this node and what it holds is incomplete: a container that was not read to its end, text that was not
    /// valid UTF-8, or a null in the place of a value that is missing.
    /// </summary>
    Incomplete = 32,

    /// <summary>A map or array with at least one name that stands twice in it.</summary>
    DuplicateKeys = 64,
}
