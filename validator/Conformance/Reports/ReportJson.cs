using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Reports;

/// <summary>How the JSON formats write.</summary>
internal static class ReportJson
{
    /// <summary>Indented, lines ending in LF on every system, and nothing in strings that could hide or turn text around.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, NewLine = "\n", Encoder = CreateEncoder() };

    /// <summary>Writes a member unless its value is null.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteText(name, value);
        }
    }

    /// <summary>Writes a text of any origin.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string value) => json.WriteString(name, ReportText.WellFormed(value));

    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        foreach ((int first, int last) in (ReadOnlySpan<(int, int)>)
            [(0x00AD, 0x00AD), (0x0600, 0x0605), (0x061C, 0x061C), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB)])
        {
            for (int c = first; c <= last; c++)
            {
                settings.ForbidCharacter((char)c);
            }
        }

        return JavaScriptEncoder.Create(settings);
    }
}
