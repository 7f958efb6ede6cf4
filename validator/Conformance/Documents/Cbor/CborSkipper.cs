namespace Conformance.Documents.Cbor;

/// <summary>
/// Finds the end of one item without looking at what it holds, in as many steps as the input takes to come. Takes exactly what
/// <see cref="CborWalk"/> can read to its end. Nesting of definite lengths costs no memory: what matters of it is how many
/// items are still to come.
/// </summary>
internal sealed class CborSkipper
{
    /// <summary>Nesting of indefinite lengths that is followed.</summary>
    public const int MaxIndefinite = 1 << 16;

    // Counts beyond it can't be met by any input, and sums of two stay in range.
    private const ulong Endless = 1UL << 62;

    private ulong[] _outer = new ulong[16];
    private int _depth;
    private ulong _needed;
    private ulong _pending;
    private bool _inChunks;

    /// <summary>Why the item is ill-formed; the position is then that of the offending head.</summary>
    public FaultKind Fault { get; private set; }

    /// <summary>Whether the end was met within the bytes of a string.</summary>
    public bool InString => _pending != 0;

    /// <summary>Bytes of the string that are missing, when <see cref="InString"/>.</summary>
    public long Pending => (long)Math.Min(_pending, long.MaxValue);

    /// <summary>Prepares for an item.</summary>
    public void Start()
    {
        _depth = 0;
        _needed = 1;
        _pending = 0;
        _inChunks = false;
    }

    /// <summary>Goes on to the end of the item.</summary>
    /// <param name="bytes">What is there of the input.</param>
    /// <param name="position">Where to go on; then the end of the item, the head that needs more input, or the offending head.</param>
    public CborSkip Skip(ReadOnlySpan<byte> bytes, ref int position)
    {
        int at = position;
        ulong needed = _needed;
        CborSkip outcome;
        while (true)
        {
            if (_pending != 0 || _inChunks)
            {
                outcome = SkipString(bytes, ref at);
                if (outcome != CborSkip.Done)
                {
                    break;
                }
            }

            if (needed == 0)
            {
                if (_depth == 0)
                {
                    outcome = CborSkip.Done;
                    break;
                }

                if ((uint)at < (uint)bytes.Length && bytes[at] == CborHead.Break)
                {
                    at++;
                    needed = _outer[--_depth];
                    continue;
                }
            }

            if ((uint)at >= (uint)bytes.Length)
            {
                outcome = CborSkip.MoreInput;
                break;
            }

            byte initial = bytes[at];
            int major = initial >> 5;
            int length = 1;
            ulong argument = (uint)initial & 31;
            if (argument >= 24)
            {
                if (argument == CborHead.Indefinite)
                {
                    if (!TryIndefinite(major, ref needed))
                    {
                        outcome = CborSkip.IllFormed;
                        break;
                    }

                    at++;
                    continue;
                }

                length = CborHead.LengthOf(initial);
                if (length == 0)
                {
                    Fault = FaultKind.CborReservedInformation;
                    outcome = CborSkip.IllFormed;
                    break;
                }

                if (bytes.Length - at < length)
                {
                    outcome = CborSkip.MoreInput;
                    break;
                }

                argument = CborHead.Argument(bytes[at..]);
            }

            at += length;
            if (major != CborHead.Tag && needed != 0)
            {
                needed--;
            }

            switch (major)
            {
                case CborHead.Bytes:
                case CborHead.Text:
                    if (argument <= (ulong)(bytes.Length - at))
                    {
                        at += (int)argument;
                    }
                    else
                    {
                        _pending = argument;
                    }

                    break;
                case CborHead.Array:
                    needed = Math.Min(Endless, needed + Math.Min(Endless, argument));
                    break;
                case CborHead.Map:
                    needed = Math.Min(Endless, needed + 2 * Math.Min(Endless / 2, argument));
                    break;
                case CborHead.Tag:
                    // The item that it marks must come, and a break can't stand for it.
                    needed = Math.Max(needed, 1);
                    break;
            }
        }

        _needed = needed;
        position = at;
        return outcome;
    }

    private bool TryIndefinite(int major, ref ulong needed)
    {
        switch (major)
        {
            case CborHead.Bytes:
            case CborHead.Text:
                needed -= needed == 0 ? 0UL : 1;
                _inChunks = true;
                return true;
            case CborHead.Array:
            case CborHead.Map:
                if (_depth == MaxIndefinite)
                {
                    Fault = FaultKind.TooDeep;
                    return false;
                }

                if (_depth == _outer.Length)
                {
                    System.Array.Resize(ref _outer, _depth * 2);
                }

                _outer[_depth++] = needed - (needed == 0 ? 0UL : 1);
                needed = 0;
                return true;
            default:
                Fault = major == CborHead.Simple ? FaultKind.CborUnexpectedBreak : FaultKind.CborIndefiniteNotAllowed;
                return false;
        }
    }

    private CborSkip SkipString(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (true)
        {
            if (_pending != 0)
            {
                ulong there = (ulong)(bytes.Length - at);
                if (_pending > there)
                {
                    _pending -= there;
                    at = bytes.Length;
                    return CborSkip.MoreInput;
                }

                at += (int)_pending;
                _pending = 0;
            }

            if (!_inChunks)
            {
                return CborSkip.Done;
            }

            if (at >= bytes.Length)
            {
                return CborSkip.MoreInput;
            }

            byte initial = bytes[at];
            if (initial == CborHead.Break)
            {
                at++;
                _inChunks = false;
                return CborSkip.Done;
            }

            int length = CborHead.LengthOf(initial);
            if (length == 0)
            {
                Fault = FaultKind.CborReservedInformation;
                return CborSkip.IllFormed;
            }

            if (initial >> 5 is not (CborHead.Bytes or CborHead.Text) || (initial & 31) == CborHead.Indefinite)
            {
                Fault = FaultKind.CborBadChunk;
                return CborSkip.IllFormed;
            }

            if (bytes.Length - at < length)
            {
                return CborSkip.MoreInput;
            }

            _pending = CborHead.Argument(bytes[at..]);
            at += length;
        }
    }
}
