using Conformance.Documents.Cutting;

namespace Conformance.Documents.Cbor;

/// <content>Finding the end of items and keys.</content>
internal sealed partial class CborCut
{
    private FaultKind _brokenBy;
    private long _brokenAt;

    /// <summary>
    /// Finds the end of what stands at the position. What is handed over is in the window from the position on, with its length;
    /// what is too large has been passed over.
    /// </summary>
    private CutScan Scan(out int length)
    {
        long start = Offset;
        int at = _position;
        bool passing = false;
        CborSkip outcome;
        _skipper.Start();
        while ((outcome = _skipper.Skip(window.Bytes, ref at)) == CborSkip.MoreInput)
        {
            passing |= window.Length - start > limits.ItemBytes;
            bool read = window.TryRead(passing ? at : _position, out int shift);
            at -= shift;
            _position = passing ? at : _position - shift;
            if (!read)
            {
                break;
            }
        }

        length = 0;
        passing |= window.OffsetOf(at) - start > limits.ItemBytes;
        if (outcome == CborSkip.Done)
        {
            if (passing)
            {
                _position = at;
                return CutScan.TooLarge;
            }

            length = at - _position;
            return CutScan.Whole;
        }

        if (passing || (outcome == CborSkip.MoreInput && window.Length - start > limits.ItemBytes))
        {
            _position = at;
            _brokenBy = outcome == CborSkip.MoreInput ? FaultKind.UnexpectedEnd : _skipper.Fault;
            _brokenAt = outcome == CborSkip.MoreInput ? window.Length : window.OffsetOf(at);
            return CutScan.TooLargeAndBroken;
        }

        while (window.Filled - _position < limits.ItemBytes)
        {
            bool read = window.TryRead(_position, out int shift);
            _position -= shift;
            if (!read)
            {
                break;
            }
        }

        length = Math.Min(window.Filled - _position, limits.ItemBytes);
        return CutScan.Broken;
    }
}
