using System.Text;

namespace Conformance.Reports;

/// <summary>Lines of styled text for a terminal: wrapped between words, without trailing blanks, plain where colours are off.</summary>
internal sealed class ConsoleSheet
{
    private readonly TextWriter _output;
    private readonly int _width;
    private readonly StyledOutput? _styled;

    public ConsoleSheet(TextWriter output, int width, bool color)
    {
        _output = output;
        _width = Math.Max(width, 40);
        _styled = color ? new StyledOutput(output) : null;
    }

    /// <summary>An empty line.</summary>
    public void Gap() => _output.Write('\n');

    /// <summary>A line as it is, however long: an example, an address to copy.</summary>
    public void Verbatim(int indent, string text)
    {
        _output.Write(new string(' ', text.Length == 0 ? 0 : indent));
        _output.Write(text);
        _output.Write('\n');
    }

    /// <summary>A row: columns filled up with blanks to their widths; the last is wrapped under itself.</summary>
    public void Columns(int indent, params ReadOnlySpan<(string Text, int Width, Tone Tone)> columns)
    {
        int at = indent;
        _output.Write(new string(' ', indent));
        foreach ((string text, int width, Tone tone) in columns[..^1])
        {
            Write(text, tone);
            _output.Write(new string(' ', Math.Max(1, width - Width(text))));
            at += Math.Max(width, Width(text) + 1);
        }

        Flow(at, at, [(columns[^1].Text, columns[^1].Tone)]);
    }

    /// <summary>A paragraph: words in order, each piece in its tone, broken at the width.</summary>
    /// <param name="indent">Blanks before the first line.</param>
    /// <param name="hanging">Blanks before the others.</param>
    /// <param name="pieces">Text and tones. Text must be printable.</param>
    public void Paragraph(int indent, int hanging, params ReadOnlySpan<(string Text, Tone Tone)> pieces)
    {
        _output.Write(new string(' ', indent));
        Flow(indent, hanging, pieces);
    }

    private void Flow(int column, int hanging, ReadOnlySpan<(string Text, Tone Tone)> pieces)
    {
        bool lineIsEmpty = true;
        bool blank = false;
        foreach ((string text, Tone tone) in pieces)
        {
            foreach (Range part in text.AsSpan().Split(' '))
            {
                blank |= part.Start.Value > 0;
                string word = text[part];
                if (word.Length == 0)
                {
                    continue;
                }

                if (blank && !lineIsEmpty)
                {
                    if (column + 1 + Width(word) > _width)
                    {
                        Break();
                    }
                    else
                    {
                        Write(" ", tone);
                        column++;
                    }
                }

                while (column + Width(word) > _width)
                {
                    // Longer than a line: a path or a pointer, broken where the line ends.
                    int fits = Fitting(word, _width - column);
                    Write(word[..fits], tone);
                    word = word[fits..];
                    Break();
                }

                Write(word, tone);
                column += Width(word);
                (blank, lineIsEmpty) = (false, false);
            }
        }

        _output.Write('\n');

        void Break()
        {
            _output.Write('\n');
            _output.Write(new string(' ', hanging));
            column = hanging;
            lineIsEmpty = true;
        }
    }

    private static int Width(string text) => Ascii.IsValid(text) ? text.Length : StyledOutput.Width(text);

    private static int Fitting(string word, int columns)
    {
        int length = 0;
        int used = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            used += Width(rune.ToString());
            if (used > columns && length > 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private void Write(string text, Tone tone)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_styled is null)
        {
            _output.Write(text);
        }
        else
        {
            _styled.Write(text, tone);
        }
    }
}
