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
            if (elements[i].Set.BeyondAscii() is not { } beyond)
            {
                return null;
            }

            UInt128 ascii = 0;
            for (int c = 0; c < 128; c++)
            {
                ascii |= elements[i].Set.ContainsAscii(c) ? UInt128.One << c : 0;
            }

            steps[i] = new Step((ulong)ascii, (ulong)(ascii >> 64), beyond, elements[i].Min, elements[i].Max);
        }

        return IsDeterministic(steps) ? new SequenceMatcher(steps, pattern.EndsAnchored) : null;
    }

    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        int at = 0;
        foreach (ref readonly Step step in _steps.AsSpan())
        {
            int count = 0;
            while (at < utf8.Length && count < step.Max)
            {
                byte b = utf8[at];
                if (b < 0x80)
                {
                    if (!step.ContainsAscii(b))
                    {
                        break;
                    }

                    at++;
                }
                else
                {
                    if (!step.BeyondAscii)
                    {
                        break;
                    }

                    at++;
                    while (at < utf8.Length && (utf8[at] & 0xC0) == 0x80)
                    {
                        at++;
                    }
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
                if (steps[i].Overlaps(steps[next]))
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

    private readonly record struct Step(ulong Low, ulong High, bool BeyondAscii, int Min, int Max)
    {
        public bool ContainsAscii(byte b) => ((b < 64 ? Low : High) >> (b & 63) & 1) != 0;

        public bool Overlaps(in Step other) => ((Low & other.Low) | (High & other.High)) != 0 || (BeyondAscii && other.BeyondAscii);
    }
}
