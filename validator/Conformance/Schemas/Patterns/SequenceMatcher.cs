using System.Text;

namespace Conformance.Schemas.Patterns;

/// <summary>
/// Matches patterns like <c>^[a-z]+:.+$</c> on UTF-8 in one pass: an anchored row of sets in which no repeated set shares a character with what may
/// follow it, so that there is never anything to go back to. Most patterns of schemas are of this kind.
/// </summary>
internal sealed class SequenceMatcher
{
    private readonly Step[] _steps;
    private readonly bool _toEnd;

    private SequenceMatcher(Step[] steps, bool toEnd)
    {
        _steps = steps;
        _toEnd = toEnd;
    }

    /// <summary>A matcher, or null when the pattern needs more.</summary>
    public static SequenceMatcher? TryCreate(EcmaPattern pattern)
    {
        if (pattern.Sequence is not { } elements)
        {
            return null;
        }

        var steps = new Step[elements.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = new Step(elements[i]);
        }

        return IsDeterministic(steps) ? new SequenceMatcher(steps, pattern.EndsAnchored) : null;
    }

    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        int at = 0;
        foreach (Step step in _steps)
        {
            int count = 0;
            while (at < utf8.Length && count < step.Max)
            {
                byte b = utf8[at];
                if (b >= 0x80)
                {
                    int length = step.TakeBeyondAscii(utf8[at..]);
                    if (length == 0)
                    {
                        break;
                    }

                    at += length;
                }
                else if (step.TakesAscii(b))
                {
                    at++;
                }
                else
                {
                    break;
                }

                count++;
            }

            if (count < step.Min)
            {
                return false;
            }
        }

        return !_toEnd || at == utf8.Length;
    }

    private static bool IsDeterministic(Step[] steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i].Min == steps[i].Max)
            {
                continue;
            }

            for (int next = i + 1; next < steps.Length; next++)
            {
                if (steps[i].MayOverlap(steps[next]))
                {
                    return false;
                }

                if (steps[next].Min > 0)
                {
                    break;
                }
            }
        }

        return true;
    }

    private sealed class Step
    {
        private readonly CharacterSet _set;
        private readonly bool? _beyondAscii;
        private readonly ulong _low;
        private readonly ulong _high;

        public Step(PatternElement element)
        {
            _set = element.Set;
            _beyondAscii = _set.BeyondAscii();
            Min = element.Min;
            Max = element.Max;
            for (int c = 0; c < 64; c++)
            {
                _low |= _set.Contains(c) ? 1UL << c : 0;
                _high |= _set.Contains(c + 64) ? 1UL << c : 0;
            }
        }

        public int Min { get; }

        public int Max { get; }

        public bool TakesAscii(byte b) => ((b < 64 ? _low : _high) >> (b & 63) & 1) != 0;

        /// <summary>The length of the character at the start, or 0 when it isn't in the set.</summary>
        public int TakeBeyondAscii(ReadOnlySpan<byte> utf8)
        {
            if (_beyondAscii is false)
            {
                return 0;
            }

            Rune.DecodeFromUtf8(utf8, out Rune rune, out int length);
            return _beyondAscii is true || _set.Contains(rune.Value) ? length : 0;
        }

        public bool MayOverlap(Step other) =>
            ((_low & other._low) | (_high & other._high)) != 0 || (_beyondAscii is not false && other._beyondAscii is not false);
    }
}
