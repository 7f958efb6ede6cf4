using System.Numerics;
using System.Runtime.InteropServices;

namespace Conformance.Schemas.Values;

/// <summary>Counts characters as JSON Schema does (Validation, section 6.3).</summary>
internal static class CodePoints
{
    /// <summary>The number of code points in valid UTF-8: all bytes but continuation bytes.</summary>
    public static int Count(ReadOnlySpan<byte> utf8)
    {
        int continuations = 0;
        if (Vector.IsHardwareAccelerated && utf8.Length >= Vector<sbyte>.Count)
        {
            // Continuation bytes are those below 0xC0 as signed bytes: -128 to -65.
            var limit = new Vector<sbyte>(-64);
            ReadOnlySpan<Vector<sbyte>> vectors = MemoryMarshal.Cast<byte, Vector<sbyte>>(utf8);
            foreach (Vector<sbyte> vector in vectors)
            {
                continuations -= Vector.Sum(Vector.LessThan(vector, limit));
            }

            utf8 = utf8[(vectors.Length * Vector<sbyte>.Count)..];
            return Finish(utf8, continuations, vectors.Length * Vector<sbyte>.Count);
        }

        return Finish(utf8, continuations, 0);
    }

    private static int Finish(ReadOnlySpan<byte> rest, int continuations, int before)
    {
        foreach (byte b in rest)
        {
            continuations += (b & 0xC0) == 0x80 ? 1 : 0;
        }

        return before + rest.Length - continuations;
    }
}
