using System.Collections.Immutable;
using System.Text;

namespace Conformance.Profiles.Federation.Media;

/// <summary>
/// Takes a multipart body apart as RFC 2046, section 5.1.1, has it: lines end with CR LF, and a line is a delimiter when it has nothing but two
/// hyphens, the boundary, two more at the end of the body, and blanks. Keeps no copy of any bytes; what is kept beside them is bounded.
/// </summary>
internal static class MultipartReader
{
    /// <summary>The most parts that are kept.</summary>
    public const int MaxParts = 8;

    /// <summary>The most bytes of one part's headers.</summary>
    public const int MaxHeaderBytes = 16 << 10;

    private const int MaxBoundary = 70;
    private const string BoundaryCharacters = "'()+_,-./:=? ";

    /// <summary>Whether a text may be a boundary.</summary>
    public static bool IsBoundary(string? text) => text is { Length: > 0 and <= MaxBoundary } && !text.EndsWith(' ')
        && text.All(character => char.IsAsciiLetterOrDigit(character) || BoundaryCharacters.Contains(character, StringComparison.Ordinal));

    /// <summary>The boundary that a body seems to have: that of its first line that begins with two hyphens.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The boundary; null when no line looks like a delimiter.</returns>
    public static string? Guess(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> start = body[..Math.Min(body.Length, MaxHeaderBytes)];
        foreach (Range line in start.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> text = start[line].TrimEnd((byte)'\r').TrimEnd(" \t"u8);
            if (text.StartsWith("--"u8) && Encoding.Latin1.GetString(text[2..]) is var boundary && IsBoundary(boundary))
            {
                return boundary;
            }
        }

        return null;
    }

    /// <summary>Takes a body apart.</summary>
    /// <param name="body">The body; must not change while the parts are in use.</param>
    /// <param name="boundary">The boundary.</param>
    public static MultipartBody Read(ReadOnlyMemory<byte> body, string boundary)
    {
        byte[] delimiter = Encoding.Latin1.GetBytes("--" + boundary);
        ImmutableArray<MultipartPart>.Builder parts = ImmutableArray.CreateBuilder<MultipartPart>();
        int count = 0;
        int begun = -1;
        int at = 0;
        while (Find(body.Span, delimiter, at) is { } line)
        {
            if (begun >= 0 && ++count <= MaxParts)
            {
                // The line end before a delimiter belongs to the delimiter.
                parts.Add(PartOf(body, begun, Math.Max(begun, line.Start - 2)));
            }

            if (line.IsClosing)
            {
                return new MultipartBody(parts.ToImmutable(), count, IsClosed: begun >= 0);
            }

            begun = at = line.End;
        }

        if (begun >= 0 && ++count <= MaxParts)
        {
            parts.Add(PartOf(body, begun, body.Length));
        }

        return new MultipartBody(parts.ToImmutable(), count, IsClosed: false);
    }

    /// <summary>The next delimiter at the begin of a line.</summary>
    private static (int Start, int End, bool IsClosing)? Find(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter, int from)
    {
        int at = from;
        while (at <= body.Length && body[at..].IndexOf(delimiter) is >= 0 and int found)
        {
            int start = at + found;
            int after = start + delimiter.Length;
            bool isClosing = body[after..].StartsWith("--"u8);
            int end = after + (isClosing ? 2 : 0);
            end += body[end..].IndexOfAnyExcept(" \t"u8) is >= 0 and int blanks ? blanks : body.Length - end;
            bool endsLine = body[end..].StartsWith("\r\n"u8);
            if ((start == 0 || (start >= 2 && body[(start - 2)..start].SequenceEqual("\r\n"u8))) && (endsLine || (isClosing && end == body.Length)))
            {
                return (start, endsLine ? end + 2 : end, isClosing);
            }

            at = start + 1;
        }

        return null;
    }

    private static MultipartPart PartOf(ReadOnlyMemory<byte> body, int start, int end)
    {
        ReadOnlySpan<byte> part = body.Span[start..end];
        ImmutableArray<(string Name, string Value)>.Builder headers = ImmutableArray.CreateBuilder<(string Name, string Value)>();
        int at = 0;
        while (true)
        {
            int length = part[at..].IndexOf("\r\n"u8);
            if (length == 0)
            {
                return new MultipartPart(headers.ToImmutable(), body[(start + at + 2)..end], start);
            }

            string? problem = length < 0 ? at == part.Length ? null : "has no empty line behind its headers"
                : at + length > MaxHeaderBytes ? $"has more than {MaxHeaderBytes} bytes of headers"
                : Add(Encoding.Latin1.GetString(part.Slice(at, length)), headers) ? null : "has a line among its headers that is none";
            if (length < 0 || problem is not null)
            {
                return new MultipartPart(headers.ToImmutable(), ReadOnlyMemory<byte>.Empty, start) { Fault = problem is null ? null : (problem, start + at) };
            }

            at += length + 2;
        }
    }

    private static bool Add(string line, ImmutableArray<(string Name, string Value)>.Builder headers)
    {
        if (line[0] is ' ' or '\t')
        {
            if (headers.Count == 0)
            {
                return false;
            }

            headers[^1] = (headers[^1].Name, headers[^1].Value + " " + line.Trim());
            return true;
        }

        int colon = line.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? "" : line[..colon];
        if (name.Length == 0 || !name.All(MediaType.IsToken))
        {
            return false;
        }

        headers.Add((name, line[(colon + 1)..].Trim()));
        return true;
    }
}
