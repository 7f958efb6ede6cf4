using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Conformance.Benchmarks.Processes;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Tests.Rooms;

namespace Conformance.Benchmarks.Rooms;

/// <summary><c>rooms</c>: how the time for the state at every event grows with events, members and forks, and what the worst rooms take.</summary>
internal static class RoomsCommand
{
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options.Parse(words, "--runs", "--only");
            int runs = options.Number("--runs", 5);
            string? only = options.Text("--only");
            if (only is null or "growth")
            {
                Growth(runs, output);
                output.WriteLine();
            }

            if (only is not "growth")
            {
                Worst(runs, only is "worst" ? null : only, output);
            }

            return 0;
        }
        catch (ArgumentException problem)
        {
            error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static void Growth(int runs, TextWriter output)
    {
        output.WriteLine("| room version | events | members | forks | power levels change | ms min | median | max | MB of states |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach ((string version, int events, int members, int forks, int every) in ((string, int, int, int, int)[])
            [
                ("1", 100_000, 10_000, 5_000, 10),
                ("10", 100_000, 10_000, 5_000, 10),
                ("12", 100_000, 10_000, 5_000, 10),
                ("12", 200_000, 10_000, 5_000, 10),
                ("12", 400_000, 10_000, 5_000, 10),
                ("12", 100_000, 20_000, 5_000, 10),
                ("12", 100_000, 40_000, 5_000, 10),
                ("12", 100_000, 10_000, 10_000, 10),
                ("12", 200_000, 10_000, 20_000, 10),
                ("12", 400_000, 10_000, 40_000, 10),
                ("12", 100_000, 10_000, 5_000, 1),
                ("12", 100_000, 10_000, 10_000, 1),
                ("12", 200_000, 10_000, 20_000, 1),
            ])
        {
            LargeRoom room = LargeRooms.Busy(version, events, members, forks, every);
            Measure(1, () => new RoomStates(room.Room));
            long memory = MemoryOf(room);
            string changes = every == 1 ? "on each fork" : $"on every {every}th fork";
            output.WriteLine($"| {version} | {events:N0} | {members:N0} | {forks:N0} | {changes} | {Measure(runs, () => new RoomStates(room.Room))} | {memory >> 20} |");
        }
    }

    private static long MemoryOf(LargeRoom room) => -WithoutStates() + WithStates(room);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long WithStates(LargeRoom room)
    {
        var states = new RoomStates(room.Room);
        long memory = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(states);
        return memory;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long WithoutStates() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Worst(int runs, string? only, TextWriter output)
    {
        output.WriteLine("| worst case | judged: ms min | median | max | last merge: ms min | median | max |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (string version in (string[])["1", "11", "12"])
        {
            foreach ((string name, Func<LargeRoom> make) in WorstOf(version))
            {
                if (only is null || name.Contains(only, StringComparison.Ordinal))
                {
                    Row(runs, output, name, make());
                }
            }
        }
    }

    private static IEnumerable<(string Name, Func<LargeRoom> Make)> WorstOf(string version)
    {
        int[] sizes = [10_000, 20_000, 40_000];
        return
        [
            .. sizes.Select(size => ($"{version}: {size:N0} events in conflict", (Func<LargeRoom>)(() => LargeRooms.Conflicts(version, size)))),
            .. sizes.Select(size => ($"{version}: auth chains {size:N0} deep in conflict", (Func<LargeRoom>)(() => LargeRooms.DeepLevels(version, size)))),
            .. sizes.Select(size => ($"{version}: {size:N0} events with 20 parents each", (Func<LargeRoom>)(() => LargeRooms.ManyParents(version, size, 20)))),
            .. sizes.Select(size => ($"{version}: {size:N0} events with 20 auth events each", (Func<LargeRoom>)(() => LargeRooms.ManyAuthEvents(version, size, 20)))),
            .. ((int[])[50_000, 100_000]).Select(users =>
                ($"{version}: 20 changes of power levels of {users:N0} users", (Func<LargeRoom>)(() => LargeRooms.WideLevels(version, 20, users)))),
        ];
    }

    private static void Row(int runs, TextWriter output, string name, LargeRoom room)
    {
        var states = new RoomStates(room.Room);
        StateMap[] ends = LargeRooms.LastMerge(room, states);
        string judged = Measure(runs, () => new RoomStates(room.Room));
        string merged = Measure(runs, () => new StateResolver(room.Room, new AuthRules(room.Room)).Resolve(ends, states.Standings));
        output.WriteLine($"| {name} | {judged} | {merged} |");
    }

    private static string Measure(int runs, Func<object> work)
    {
        work();
        double[] times = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{times.Min():0} | {Series.Median(times):0} | {times.Max():0}");
    }
}
