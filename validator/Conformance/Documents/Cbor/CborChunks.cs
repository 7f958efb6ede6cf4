namespace Conformance.Documents.Cbor;

/// <summary>Finds the break that ends a string of indefinite length (RFC 8949 §3.2.3).</summary>
internal ref struct CborChunks(ReadOnlySpan<byte> source)
{
    private readonly ReadOnlySpan<byte> _source = source;

    /// <summary>Why the chunks are ill-formed.</summary>
    public FaultKind Fault { get; private set; }

    /// <summary>The length that a chunk announces and the input doesn't hold; null when it ends elsewhere.</summary>
    public ulong? Announced { get; private set; }

    /// <summary>Bytes that a chunk's head lacks.</summary>
    public int Missing { get; private set; }

    /// <summary>Goes through the chunks.</summary>
    /// <param name="at">Where the first would start.</param>
    /// <param name="end">The end of the string, or the head of the chunk that can't be read.</param>
    public CborSkip Find(int at, out int end)
    {
        while (true)
        {
            end = at;
            if (at >= _source.Length)
            {
                return CborSkip.MoreInput;
            }

            byte initial = _source[at];
            if (initial == CborHead.Break)
            {
                end = at + 1;
                return CborSkip.Done;
            }

            int length = CborHead.LengthOf(initial);
            if (length == 0 || (initial & 31) == CborHead.Indefinite || initial >> 5 is not (CborHead.Bytes or CborHead.Text))
            {
                Fault = length == 0 ? FaultKind.CborReservedInformation : FaultKind.CborBadChunk;
                return CborSkip.IllFormed;
            }

            if (_source.Length - at < length)
            {
                Missing = length - (_source.Length - at);
                return CborSkip.MoreInput;
            }

            ulong size = CborHead.Argument(_source[at..]);
            at += length;
            if (size > (ulong)(_source.Length - at))
            {
                Announced = size;
                return CborSkip.MoreInput;
            }

            at += (int)size;
        }
    }
}
