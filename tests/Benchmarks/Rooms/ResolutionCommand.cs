using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Benchmarks.Processes;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Tests.Rooms;
using Conformance.Tests.Support;

namespace Conformance.Benchmarks.Rooms;

/// <summary>
/// <c>resolution</c>: one resolution of a room's two branches, by this library and by Synapse, in alternating runs over the same events. Both
/// have all events in memory; each run of Synapse is a process of its own that resolves once to warm up and once for the record. The results are
/// compared.
/// </summary>
internal static class ResolutionCommand
{
    private const string Version = "11";

    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options.Parse(words, "--members", "--runs", "--synapse");
            return Compare(options, output);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static int Compare(Options options, TextWriter output)
    {
        int members = options.Number("--members", 5_000);
        int runs = options.Number("--runs", 7);
        string input = Path.GetTempFileName();
        try
        {
            (LargeRoom room, StateMap[] ends) = Write(input, members);
            (_, string result, int conflicted) = Resolve(room, ends);
            var ours = new List<double>();
            var theirs = new List<double>();
            string? other = null;
            string? version = null;
            for (int i = 0; i < runs; i++)
            {
                ours.Add(Resolve(room, ends).Seconds);
                if (options.Text("--synapse") is { } synapse)
                {
                    (version, double seconds, other) = RunSynapse(synapse, input);
                    theirs.Add(seconds);
                }
            }

            output.WriteLine($"room version {Version}, {room.Room.Count} events, {conflicted} conflicted; {runs} runs; {Environment.ProcessorCount} cores");
            output.WriteLine();
            output.WriteLine("| | s min | median | max |");
            output.WriteLine("|---|---|---|---|");
            Row(output, "this library", ours);
            if (theirs.Count > 0)
            {
                Row(output, $"Synapse {version}", theirs);
                double[] ratios = [.. theirs.Zip(ours, (slow, fast) => slow / fast).Order()];
                output.WriteLine();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Synapse / this library, pair by pair: {Series.Median(ratios):0.0} ({ratios[0]:0.0}–{ratios[^1]:0.0}); ")
                    + (other == result ? "same result" : "DIFFERENT RESULTS"));
            }

            return other is null || other == result ? 0 : 1;
        }
        finally
        {
            File.Delete(input);
        }
    }

    private static void Row(TextWriter output, string name, List<double> seconds) => output.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds.Min():0.0000} | {Series.Median(seconds):0.0000} | {seconds.Max():0.0000} |"));

    /// <summary>Lines of an event's ID and its JSON, an empty line, and a line of IDs for each state.</summary>
    private static (LargeRoom Room, StateMap[] Ends) Write(string path, int members)
    {
        using var writer = new StreamWriter(path);
        (LargeRoom room, StateMap[] ends) = TwoBranches.Make(Version, members, (id, json) => writer.WriteLine($"{id} {json}"));
        writer.WriteLine();
        foreach (StateMap end in ends)
        {
            writer.WriteLine(string.Join(' ', Ids(room, end)));
        }

        return (room, ends);
    }

    private static (double Seconds, string Result, int Conflicted) Resolve(LargeRoom room, StateMap[] ends)
    {
        var standings = new EventStanding[room.Room.Count];
        long start = Stopwatch.GetTimestamp();
        var resolver = new StateResolver(room.Room, new AuthRules(room.Room));
        StateMap resolved = resolver.Resolve(ends, standings);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var trace = new ResolutionTrace();
        resolver.Resolve(ends, standings, trace);
        string ids = string.Join('\n', Ids(room, resolved).Order(StringComparer.Ordinal));
        return (seconds, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ids))), trace.ConflictedEvents.Count);
    }

    private static IEnumerable<string> Ids(LargeRoom room, StateMap state)
    {
        var events = new List<(int Slot, int Event)>();
        state.CopyTo(events);
        return events.Select(entry => room.Room.IdOf(entry.Event));
    }

    private static (string Version, double Seconds, string Result) RunSynapse(string root, string input) =>
        new SynapseRoot(root).Run(Path.Combine(Published.Root(), "tests", "Benchmarks", "Synapse", "resolution.py"), input).Split(' ') is [var version, var time, var result]
            && double.TryParse(time, CultureInfo.InvariantCulture, out double seconds)
            ? (version, seconds, result)
            : throw new InvalidOperationException("Synapse didn't resolve the states");
}
