using System.Buffers.Binary;

namespace Conformance.Documents.Cbor;

/// <content>Integers (major types 0 and 1), bignums (RFC 8949 §3.4.3), floats and simple values (§3.3).</content>
internal ref partial struct CborWalk
{
    // The largest magnitude of an integer in canonical JSON.
    private const long MaxSafe = (1L << 53) - 1;

    private void AddInteger(int start, int head, int content, ulong argument, bool negative)
    {
        ref NodeRecord record = ref Add(start, content, NodeKind.Integer, out int node);
        record.Flags = head == start ? NodeFlags.None : NodeFlags.Tagged;
        bool inRange;
        if (argument <= long.MaxValue)
        {
            record.Value = negative ? -1 - (long)argument : (long)argument;
            inRange = record.Value is >= -MaxSafe and <= MaxSafe;
        }
        else
        {
            // The argument's eight bytes are the magnitude, like those of a bignum.
            record.Flags |= NodeFlags.BigInteger;
            record.Value = NodeRecord.Range(content - 8, 8);
            record.Count = negative ? 1 : 0;
            inRange = false;
        }

        if (content - head > 1 || head != start)
        {
            NoteHead(start, head, content, node);
        }

        if (!inRange)
        {
            _document.AddFault(FaultKind.IntegerOutOfRange, start, node);
        }
    }

    /// <summary>Makes an integer of the byte string that was just added.</summary>
    private readonly void TurnIntoBignum(int node, bool negative)
    {
        ref NodeRecord record = ref _document.Record(node);
        ReadOnlySpan<byte> magnitude = _document.TextOf(record).TrimStart((byte)0);
        record.Kind = NodeKind.Integer;
        ulong small = 0;
        if (magnitude.Length <= 8)
        {
            foreach (byte digit in magnitude)
            {
                small = small << 8 | digit;
            }
        }

        bool inRange = false;
        if (magnitude.Length <= 8 && small <= long.MaxValue)
        {
            record.Flags &= ~NodeFlags.Scratch;
            record.Value = negative ? -1 - (long)small : (long)small;
            inRange = record.Value is >= -MaxSafe and <= MaxSafe;
        }
        else
        {
            int length = (int)(record.Value >> 32);
            record.Value = NodeRecord.Range((int)record.Value + length - magnitude.Length, magnitude.Length);
            record.Flags |= NodeFlags.BigInteger;
            record.Count = negative ? 1 : 0;
        }

        if (!inRange)
        {
            _document.AddFault(FaultKind.IntegerOutOfRange, record.Start, node);
        }
    }

    private void AddSimple(int start, int head, int content, ulong argument)
    {
        int length = content - head;
        NodeKind kind = length switch
        {
            1 => argument switch
            {
                20 => NodeKind.False,
                21 => NodeKind.True,
                22 => NodeKind.Null,
                23 => NodeKind.Undefined,
                _ => NodeKind.Simple,
            },
            2 => NodeKind.Simple,
            _ => NodeKind.Float,
        };
        ref NodeRecord record = ref Add(start, content, kind, out int node);
        if (head != start)
        {
            record.Flags = NodeFlags.Tagged;
            NoteHeads(start, head, node);
        }

        switch (kind)
        {
            case NodeKind.Float:
                AddFloat(ref record, node, length);
                break;
            case NodeKind.Undefined:
                _document.AddFault(FaultKind.CborUndefined, start, node);
                break;
            case NodeKind.Simple:
                record.Value = (long)argument;
                bool bad = length == 2 && argument < 32;
                _document.AddFault(bad ? FaultKind.CborBadSimple : FaultKind.CborSimple, head, node, (long)argument);
                break;
        }
    }

    private readonly void AddFloat(ref NodeRecord record, int node, int headLength)
    {
        int head = record.Start + record.Length - headLength;
        ReadOnlySpan<byte> bits = _source[(head + 1)..];
        double value;
        bool couldBeShorter;
        switch (headLength)
        {
            case 3:
                value = (double)BinaryPrimitives.ReadHalfBigEndian(bits);
                couldBeShorter = false;
                break;
            case 5:
                float single = BinaryPrimitives.ReadSingleBigEndian(bits);
                value = single;
                couldBeShorter = float.IsNaN(single) ? (bits[3] | bits[2] << 8 & 0x1f00) == 0 : (float)(Half)single == single;
                break;
            default:
                value = BinaryPrimitives.ReadDoubleBigEndian(bits);
                couldBeShorter = double.IsNaN(value)
                    ? (BinaryPrimitives.ReadUInt64BigEndian(bits) & 0x1fff_ffff) == 0
                    : (float)value == value;
                break;
        }

        record.Value = BitConverter.DoubleToInt64Bits(value);
        FaultKind fault = FaultKind.Float;
        if (!double.IsFinite(value))
        {
            fault = FaultKind.CborNonFinite;
        }
        else if (value == 0 && double.IsNegative(value))
        {
            fault = FaultKind.NegativeZero;
            record.Flags |= NodeFlags.NegativeZero | NodeFlags.Integral;
        }
        else if (Math.Truncate(value) == value)
        {
            fault = Math.Abs(value) <= MaxSafe ? FaultKind.IntegralFloat : FaultKind.Float;
            record.Flags |= NodeFlags.Integral;
        }

        _document.AddFault(fault, record.Start, node);
        if (couldBeShorter)
        {
            _document.AddFault(FaultKind.CborNonShortestFloat, head, node);
        }
    }
}
