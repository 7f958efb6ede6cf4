using System.Text;

namespace Conformance.Containers.Paths;

/// <summary>
/// Canonical decomposition (Unicode Standard Annex 15, form D). Two texts have the same form C exactly when they have the
/// same form D, which needs less data; the runtime's own normalisation is switched off together with its culture data.
/// </summary>
internal static partial class CanonicalDecomposition
{
    private const int HangulFirst = 0xac00;
    private const int HangulCount = 11172;
    private const int HangulLead = 0x1100;
    private const int HangulVowel = 0x1161;
    private const int HangulTrail = 0x11a7;

    private static readonly Lazy<Dictionary<int, int[]>> Decomposed = new(ReadDecompositions);
    private static readonly Lazy<Dictionary<int, byte>> Classes = new(ReadClasses);

    /// <summary>Decomposes a text. Lone surrogates become U+FFFD.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var runes = new List<int>(text.Length + 8);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Append(runes, rune.Value);
        }

        Reorder(runes);
        var result = new StringBuilder(runes.Count);
        foreach (int rune in runes)
        {
            result.Append(new Rune(rune).ToString());
        }

        return result.ToString();
    }

    private static void Append(List<int> runes, int rune)
    {
        if (rune is >= HangulFirst and < HangulFirst + HangulCount)
        {
            int index = rune - HangulFirst;
            runes.Add(HangulLead + (index / 588));
            runes.Add(HangulVowel + (index % 588 / 28));
            if (index % 28 != 0)
            {
                runes.Add(HangulTrail + (index % 28));
            }
        }
        else if (Decomposed.Value.TryGetValue(rune, out int[]? parts))
        {
            runes.AddRange(parts);
        }
        else
        {
            runes.Add(rune);
        }
    }

    /// <summary>Sorts each run of combining marks by class, stably.</summary>
    private static void Reorder(List<int> runes)
    {
        int start = 0;
        while (start < runes.Count)
        {
            if (Class(runes[start]) == 0)
            {
                start++;
                continue;
            }

            int end = start + 1;
            while (end < runes.Count && Class(runes[end]) != 0)
            {
                end++;
            }

            int[] run = [.. runes[start..end].OrderBy(Class)];
            for (int i = 0; i < run.Length; i++)
            {
                runes[start + i] = run[i];
            }

            start = end;
        }
    }

    private static int Class(int rune) => Classes.Value.GetValueOrDefault(rune);

    private static Dictionary<int, int[]> ReadDecompositions()
    {
        ReadOnlySpan<byte> data = Convert.FromBase64String(Decompositions);
        var result = new Dictionary<int, int[]>(2100);
        int rune = 0;
        while (!data.IsEmpty)
        {
            rune += Number(ref data);
            int[] parts = new int[Number(ref data)];
            for (int i = 0; i < parts.Length; i++)
            {
                parts[i] = Number(ref data);
            }

            result.Add(rune, parts);
        }

        return result;
    }

    private static Dictionary<int, byte> ReadClasses()
    {
        ReadOnlySpan<byte> data = Convert.FromBase64String(CombiningClasses);
        var result = new Dictionary<int, byte>(920);
        int rune = 0;
        while (!data.IsEmpty)
        {
            rune += Number(ref data);
            int count = Number(ref data);
            byte value = data[0];
            data = data[1..];
            for (int i = 0; i < count; i++)
            {
                result.Add(rune++, value);
            }
        }

        return result;
    }

    private static int Number(ref ReadOnlySpan<byte> data)
    {
        int value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = data[0];
            data = data[1..];
            value |= (part & 0x7f) << shift;
            if ((part & 0x80) == 0)
            {
                return value;
            }
        }
    }
}
