using System.Globalization;

namespace Conformance.Events.Canonical;

/// <summary>
/// Floats as the canonical JSON of room versions 1 to 5 has them in practice: the fewest digits that give the value back,
/// written as Python's <c>repr</c> writes them (1.0, -0.0, 1e+20, 1e-07).
/// </summary>
internal static class FloatText
{
    /// <summary>The most bytes that a float takes.</summary>
    public const int MaxLength = 32;

    /// <summary>Writes a finite float.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write(double value, Span<byte> target)
    {
        // d.ddddE+xxx with the fewest digits that round-trip.
        Span<byte> scientific = stackalloc byte[MaxLength];
        value.TryFormat(scientific, out int length, "R", CultureInfo.InvariantCulture);
        scientific = scientific[..length];

        Span<byte> digits = stackalloc byte[MaxLength];
        int count = 0;
        int point = -1;
        int exponent = 0;
        foreach (byte c in scientific)
        {
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                digits[count++] = c;
            }
            else if (c == (byte)'.')
            {
                point = count;
            }
            else if (c == (byte)'E')
            {
                exponent = int.Parse(scientific[(scientific.IndexOf(c) + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
        }

        point = (point < 0 ? count : point) + exponent;
        int zeros = 0;
        while (zeros < count - 1 && digits[zeros] == (byte)'0')
        {
            zeros++;
        }

        digits = digits[zeros..count];
        point -= zeros;
        digits = digits.Length > 1 ? digits[..Math.Max(1, digits.TrimEnd((byte)'0').Length)] : digits;

        var writer = new Writer(target);
        if (double.IsNegative(value))
        {
            writer.Add((byte)'-');
        }

        if (digits is [(byte)'0'])
        {
            writer.Add("0.0"u8);
        }
        else if (point is > -4 and <= 16)
        {
            writer.AddFixed(digits, point);
        }
        else
        {
            writer.AddScientific(digits, point - 1);
        }

        return writer.Length;
    }

    private ref struct Writer(Span<byte> target)
    {
        private readonly Span<byte> _target = target;

        public int Length { get; private set; }

        public void Add(byte value) => _target[Length++] = value;

        public void Add(scoped ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_target[Length..]);
            Length += bytes.Length;
        }

        public void AddFixed(scoped ReadOnlySpan<byte> digits, int point)
        {
            if (point <= 0)
            {
                Add("0."u8);
                AddZeros(-point);
                Add(digits);
                return;
            }

            Add(digits[..Math.Min(point, digits.Length)]);
            AddZeros(point - digits.Length);
            Add((byte)'.');
            Add(point < digits.Length ? digits[point..] : "0"u8);
        }

        public void AddScientific(scoped ReadOnlySpan<byte> digits, int exponent)
        {
            Add(digits[0]);
            if (digits.Length > 1)
            {
                Add((byte)'.');
                Add(digits[1..]);
            }

            Add((byte)'e');
            Add(exponent < 0 ? (byte)'-' : (byte)'+');
            exponent = Math.Abs(exponent);
            if (exponent >= 100)
            {
                Add((byte)('0' + (exponent / 100)));
            }

            Add((byte)('0' + (exponent / 10 % 10)));
            Add((byte)('0' + (exponent % 10)));
        }

        private void AddZeros(int count)
        {
            for (int i = 0; i < count; i++)
            {
                Add((byte)'0');
            }
        }
    }
}
