using System.Globalization;

namespace Conformance.Benchmarks.Processes;

/// <summary>The options of the commands: <c>--name value</c>.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public static Options Parse(ReadOnlySpan<string> words, params ReadOnlySpan<string> known)
    {
        var options = new Options();
        for (int i = 0; i + 1 < words.Length; i += 2)
        {
            if (!known.Contains(words[i]))
            {
                throw new ArgumentException($"unknown option {words[i]}");
            }

            options._values[words[i]] = words[i + 1];
        }

        return words.Length % 2 == 0 ? options : throw new ArgumentException($"{words[^1]} takes a value");
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public int Number(string name, int otherwise) => _values.TryGetValue(name, out string? text)
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new ArgumentException($"{name} takes a number")
        : otherwise;
}
