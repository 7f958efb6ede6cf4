using System.Text;

namespace Conformance.Tests.Events.Canonical;

/// <summary>
/// Generated objects written twice at once: as JSON with white space, escapes and any order of names, and, by the text of the appendix and with
/// nothing of the library, as canonical JSON. Fast enough for a million in a few seconds.
/// </summary>
internal sealed class TwofoldJson(int seed)
{
    private const int MaxDepth = 3;

    private static readonly Piece[] Pieces =
        [.. "aB_0~/\"\\ \0\u0001\b\t\n\f\r\u001f\u007fäé日\u2028\uD7FF\uE000\uFFFD𝄞🦊\U0010FFFF".EnumerateRunes().Select(rune => new Piece(rune))];

    private readonly Random _random = new(seed);
    private readonly Scope[] _scopes = [.. Enumerable.Range(0, MaxDepth + 1).Select(_ => new Scope())];

    /// <summary>The object as it may be written.</summary>
    public Bytes Written { get; } = new();

    /// <summary>The same object as it must be written.</summary>
    public Bytes Canonical { get; } = new();

    public void Next()
    {
        Written.Clear();
        Canonical.Clear();
        Object(MaxDepth, Canonical);
    }

    private void Object(int depth, Bytes target)
    {
        Scope scope = _scopes[depth];
        scope.Clear();
        Written.Add((byte)'{');
        for (int left = _random.Next(depth == MaxDepth ? 7 : 4); left > 0; left--)
        {
            Space();
            int mark = Written.Length;
            if (scope.Members.Count > 0)
            {
                Written.Add((byte)',');
            }

            int start = scope.Text.Length;
            int points = scope.Points.Count;
            Text(5, scope.Text, scope.Points);
            var member = new Member(points, scope.Points.Count - points, start, 0);
            if (!scope.TryInsert(member, out int at))
            {
                Written.Truncate(mark);
                continue;
            }

            Space();
            Written.Add((byte)':');
            scope.Text.Add((byte)':');
            Value(depth - 1, scope.Text);
            scope.Members[at] = member with { Length = scope.Text.Length - start };
        }

        Space();
        Written.Add((byte)'}');
        target.Add((byte)'{');
        for (int i = 0; i < scope.Members.Count; i++)
        {
            if (i > 0)
            {
                target.Add((byte)',');
            }

            target.Add(scope.Text.Span.Slice(scope.Members[i].Start, scope.Members[i].Length));
        }

        target.Add((byte)'}');
    }

    private void Value(int depth, Bytes target)
    {
        Space();
        switch (_random.Next(depth > 0 ? 7 : 5))
        {
            case 0:
                Both(_random.Next(3) switch { 0 => "null"u8, 1 => "true"u8, _ => "false"u8 }, target);
                break;
            case 1:
                Number(_random.Next(-300, 300), target);
                break;
            case 2:
                Number(_random.NextInt64(-9007199254740991, 9007199254740992), target);
                break;
            case 3:
            case 4:
                Text(8, target, null);
                break;
            case 5:
                Array(depth, target);
                break;
            default:
                Object(depth, target);
                break;
        }
    }

    private void Array(int depth, Bytes target)
    {
        Both("["u8, target);
        int count = _random.Next(4);
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                Both(","u8, target);
            }

            Value(depth - 1, target);
        }

        Space();
        Both("]"u8, target);
    }

    private void Number(long value, Bytes target)
    {
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out int length, default, System.Globalization.CultureInfo.InvariantCulture);
        Both(digits[..length], target);
    }

    private void Text(int most, Bytes target, List<int>? points)
    {
        Both("\""u8, target);
        for (int left = _random.Next(most + 1); left > 0; left--)
        {
            Piece piece = Pieces[_random.Next(Pieces.Length)];
            Written.Add(piece.Forms[_random.Next(piece.Forms.Length)]);
            target.Add(piece.Canonical);
            points?.Add(piece.Point);
        }

        Both("\""u8, target);
    }

    private void Both(ReadOnlySpan<byte> bytes, Bytes target)
    {
        Written.Add(bytes);
        target.Add(bytes);
    }

    private void Space()
    {
        if (_random.Next(6) == 0)
        {
            Written.Add(_random.Next(4) switch { 0 => " "u8, 1 => "\n"u8, 2 => "\t"u8, _ => " \r\n  "u8 });
        }
    }

    /// <summary>A code point, how it may be written, and how it must be.</summary>
    private sealed class Piece
    {
        public Piece(Rune rune)
        {
            Point = rune.Value;
            string text = rune.ToString();
            string escaped = string.Concat(text.Select(unit => "\\u" + ((int)unit).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)));
            string? brief = text switch { "\"" => "\\\"", "\\" => "\\\\", "\b" => "\\b", "\t" => "\\t", "\n" => "\\n", "\f" => "\\f", "\r" => "\\r", _ => null };
            string canonical = brief ?? (Point < ' ' ? escaped : text);
            Canonical = Encoding.UTF8.GetBytes(canonical);
            string[] forms = [canonical, escaped, "\\u" + escaped[2..].ToUpperInvariant().Replace("\\U", "\\u", StringComparison.Ordinal), .. text == "/" ? ["\\/"] : System.Array.Empty<string>()];
            Forms = [.. forms.Select(Encoding.UTF8.GetBytes)];
        }

        public int Point { get; }

        public byte[] Canonical { get; }

        public byte[][] Forms { get; }
    }

    /// <summary>A member: its name's code points and its canonical bytes.</summary>
    private readonly record struct Member(int Points, int PointCount, int Start, int Length);

    /// <summary>The members of an object, kept in the order of their names' code points.</summary>
    private sealed class Scope
    {
        public Bytes Text { get; } = new();

        public List<int> Points { get; } = [];

        public List<Member> Members { get; } = [];

        public void Clear()
        {
            Text.Clear();
            Points.Clear();
            Members.Clear();
        }

        public bool TryInsert(Member member, out int at)
        {
            for (at = 0; at < Members.Count; at++)
            {
                int order = Compare(member, Members[at]);
                if (order == 0)
                {
                    return false;
                }

                if (order < 0)
                {
                    break;
                }
            }

            Members.Insert(at, member);
            return true;
        }

        private int Compare(Member x, Member y)
        {
            for (int i = 0; i < Math.Min(x.PointCount, y.PointCount); i++)
            {
                if (Points[x.Points + i] != Points[y.Points + i])
                {
                    return Points[x.Points + i].CompareTo(Points[y.Points + i]);
                }
            }

            return x.PointCount.CompareTo(y.PointCount);
        }
    }

    /// <summary>Bytes that grow.</summary>
    internal sealed class Bytes
    {
        private byte[] _bytes = new byte[256];

        public int Length { get; private set; }

        public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

        public void Clear() => Length = 0;

        public void Truncate(int length) => Length = length;

        public void Add(byte value) => Add([value]);

        public void Add(ReadOnlySpan<byte> bytes)
        {
            while (Length + bytes.Length > _bytes.Length)
            {
                System.Array.Resize(ref _bytes, _bytes.Length * 2);
            }

            bytes.CopyTo(_bytes.AsSpan(Length));
            Length += bytes.Length;
        }
    }
}
