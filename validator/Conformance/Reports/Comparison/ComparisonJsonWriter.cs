using System.Text.Json;
using Conformance.Comparison;

namespace Conformance.Reports.Comparison;

/// <summary>Writes the differences of two archives as JSON: <c>schemas/report/diff.schema.json</c>.</summary>
internal static class ComparisonJsonWriter
{
    /// <summary>Writes differences as UTF-8, ending in a line feed. The stream stays open.</summary>
    /// <param name="first">The first archive's name.</param>
    /// <param name="second">The second's.</param>
    /// <param name="differences">How they differ.</param>
    /// <param name="toolVersion">The version of this program.</param>
    /// <param name="output">Takes the bytes.</param>
    /// <exception cref="IOException">The stream can't be written to.</exception>
    public static void Write(string first, string second, ArchiveDifferences differences, string toolVersion, Stream output)
    {
        ArgumentNullException.ThrowIfNull(differences);
        using (var json = new Utf8JsonWriter(output, ReportJson.Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("tool");
            json.WriteString("name", "conformance");
            json.WriteText("version", toolVersion);
            json.WriteEndObject();
            json.WriteText("first", first);
            json.WriteText("second", second);
            json.WriteString("verdict", differences.Count > 0 ? "different" : differences.NotCompared.Length > 0 ? "undetermined" : "same");
            WriteCounts(json, differences);
            WriteListed(json, differences);
            WriteStates(json, differences);
            json.WriteStartArray("notCompared");
            foreach (NotCompared item in differences.NotCompared)
            {
                json.WriteStartObject();
                json.WriteNumber("archive", item.Archive);
                json.WriteText("what", item.What);
                json.WriteText("cause", item.Cause);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteCounts(Utf8JsonWriter json, ArchiveDifferences differences)
    {
        json.WriteStartObject("summary");
        foreach (PartCount count in differences.Counts)
        {
            json.WriteStartObject(ComparisonWords.Id(count.Part));
            json.WriteNumber("same", count.Same);
            json.WriteNumber("lost", count.Lost);
            json.WriteNumber("changed", count.Changed);
            json.WriteNumber("invented", count.Invented);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNumber("unsignedOnly", differences.UnsignedOnly);
    }

    private static void WriteListed(Utf8JsonWriter json, ArchiveDifferences differences)
    {
        json.WriteStartArray("differences");
        foreach (Difference difference in differences.Listed)
        {
            json.WriteStartObject();
            json.WriteString("part", ComparisonWords.Id(difference.Part));
            json.WriteString("kind", ComparisonWords.Word(difference.Kind));
            json.WriteStartArray("name");
            foreach (string part in difference.Name)
            {
                json.WriteStringValue(ReportText.WellFormed(part));
            }

            json.WriteEndArray();
            json.WriteOptional("what", difference.What.Length > 0 ? difference.What : null);
            if (difference.Changes.Length > 0)
            {
                WriteChanges(json, difference);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartArray("changes");
        foreach (ValueChange change in difference.Changes)
        {
            json.WriteStartObject();
            json.WriteText("pointer", change.Pointer);
            json.WriteString("kind", ComparisonWords.Word(change.Kind));
            json.WriteOptional("before", change.Before);
            json.WriteOptional("after", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStates(Utf8JsonWriter json, ArchiveDifferences differences)
    {
        json.WriteStartArray("states");
        foreach (RoomStateDifference room in differences.States)
        {
            json.WriteStartObject();
            json.WriteText("room", room.Room);
            json.WriteNumber("count", room.Count);
            json.WriteStartArray("entries");
            foreach (StateDifference entry in room.Entries)
            {
                json.WriteStartObject();
                json.WriteString("kind", ComparisonWords.Word(entry.Kind));
                json.WriteText("type", entry.Type);
                json.WriteText("state_key", entry.StateKey);
                json.WriteOptional("before", entry.Before);
                json.WriteOptional("after", entry.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("equalStates", differences.EqualStates);
    }
}
