using System.CommandLine;
using Conformance.Cli.Console;
using Conformance.Pipeline;
using Conformance.Rooms.Inspection;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary>Reads the room that a call names, or says why it can't be read.</summary>
internal sealed class RoomOpener(Terminal terminal, RoomOptions words, CancellationToken cancellation)
{
    /// <summary>The room, judged; null when there is none, and then <paramref name="exit"/> says why.</summary>
    public RoomInspection? Open(ParseResult parsed, bool quiet, out RoomReading? reading, out ExitCode exit)
    {
        reading = null;
        exit = ExitCode.Usage;
        if (words.ReadLimits(parsed, out string? problem) is not { } limits)
        {
            terminal.Problem(problem!);
            return null;
        }

        if (parsed.GetValue(words.Jobs) is < 1 or > 256)
        {
            terminal.Problem("--jobs takes a number of threads from 1 to 256.");
            return null;
        }

        if (parsed.GetValue(words.Room) is "")
        {
            terminal.Problem("--room is empty; if the shell took the ID for something of its own, put it in single quotes.");
            return null;
        }

        var progress = new RunProgress();
        var options = new RoomReaderOptions
        {
            Limits = limits,
            Jobs = parsed.GetValue(words.Jobs) ?? Math.Clamp(Environment.ProcessorCount, 1, 64),
            Progress = progress,
        };
        using (ProgressLine.Start(terminal, progress, quiet))
        {
            reading = Read(parsed.GetValue(words.Input)!, parsed.GetValue(words.Room), options);
        }

        if (!reading.HasRoom)
        {
            terminal.Problem(reading.Problem);
            exit = reading.Fault switch
            {
                RoomReadingFault.Unreadable => ExitCode.Unreadable,
                RoomReadingFault.NoSuchRoom => ExitCode.Usage,
                _ => ExitCode.Undetermined,
            };
            return null;
        }

        exit = ExitCode.Valid;
        return new RoomInspection(reading.Room, RoomReader.ThirdPartyCheck, reading.Known, cancellation);
    }

    /// <summary>Finds the event that an option names, or says what is wrong with it.</summary>
    /// <returns>The event; null when there is a problem.</returns>
    public int? Find(RoomInspection room, string option, string id)
    {
        if (id.Length == 0)
        {
            terminal.Problem($"{option} is empty; event IDs begin with $, which shells take for a variable: put the ID in single quotes, or leave the $ out.");
            return null;
        }

        IReadOnlyList<int> found = room.Find(id);
        if (found.Count == 1)
        {
            return found[0];
        }

        string shown = Findings.Quoting.Safe(id);
        terminal.Problem(found.Count == 0
            ? $"the room has no event \"{shown}\" and no event that begins so."
            : $"\"{shown}\" may be any of {found.Count} events: {string.Join(", ", found.Take(3).Select(index => Findings.Quoting.Safe(room.Events.IdOf(index))))}{(found.Count > 3 ? ", …" : ".")}");
        return null;
    }

    private RoomReading Read(string input, string? room, RoomReaderOptions options)
    {
        if (input == Validator.StandardInput)
        {
            using Stream stream = terminal.In();
            return RoomReader.Read(stream, "standard input", room, options, cancellation);
        }

        return RoomReader.Read(input, room, options, cancellation);
    }
}
