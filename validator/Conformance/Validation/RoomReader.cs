using System.Collections.Frozen;
using Conformance.Containers;
using Conformance.Events.Versions;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Policy;
using Conformance.Profiles.Mspf;
using Conformance.Profiles.Mspf.EventFiles;
using Conformance.Rooms.Authorisation;
using Conformance.Signatures.Cryptography;

namespace Conformance.Validation;

/// <summary>Reads one room's events out of an input, in any container that is checked too, and keeps no findings.</summary>
internal static class RoomReader
{
    private const int ListedRooms = 5;
    private const int ComparedRooms = 10_000;
    private const int MaxPasses = 3;

    /// <summary>Verifies the proofs of invited addresses; null where the system has no library for it.</summary>
    public static ThirdPartySignatureCheck? ThirdPartyCheck => ThirdPartySignatures.By(Ed25519Libraries.Default);

    /// <summary>Reads a room from a file or a directory.</summary>
    /// <param name="path">The path.</param>
    /// <param name="room">The room: its ID, an alias, or how its ID begins; null for the only one.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="IOException">Reading failed on the way: a fault of the disk, not of the content.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RoomReading Read(string path, string? room, RoomReaderOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(path.Replace('\\', '/'), room, options, (limits, sink) => ContainerFactory.Open(path, limits, sink), cancellation);
    }

    /// <summary>Reads a room from a stream that can be read once.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="room">The room: its ID, an alias, or how its ID begins; null for the only one.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="IOException">Reading failed on the way: a fault of the pipe, not of the content.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RoomReading Read(Stream stream, string name, string? room, RoomReaderOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int opened = 0;
        return Read(
            name,
            room,
            options,
            (limits, sink) => opened++ == 0
                ? ContainerFactory.Open(stream, limits, sink)
                : ContainerOpening.Failed($"{name} would have to be read twice, since m.rooms doesn't tell of the room; save it to a file and give its path."),
            cancellation);
    }

    private static RoomReading Read(
        string name, string? asked, RoomReaderOptions options, Func<ContainerLimits, IFindingSink, ContainerOpening> open, CancellationToken cancellation)
    {
        byte[]? roomId = null;
        RoomVersion? version = null;
        for (int pass = 1; ; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            ContainerOpening opening = open(options.Limits.ForContainer(), new FindingBuffer(Silence));
            if (!opening.Succeeded)
            {
                return RoomReading.Failed(RoomReadingFault.Unreadable, opening.Problem);
            }

            RoomEventsConsumer? events = null;
            IRoomDirectory? rooms = null;
            MspfSummary summary;
            using (Container container = opening.Container)
            {
                summary = Run(container, options, Consume, cancellation);
                if (!summary.IsRecognised)
                {
                    return RoomReading.Failed(
                        RoomReadingFault.Unreadable,
                        $"{name} ({container.Format}) holds no manifest.mspf.json and nothing else of an MSPF archive; give the archive or the directory that has it at its root.");
                }
            }

            if (events?.Room is { } room)
            {
                return RoomReading.Of(room) with
                {
                    Broken = events.Broken,
                    HasAllEvents = summary.HasAllEvents,
                    Known = rooms?.Find(room.Texts[room.RoomId])?.GapStates?.Resolve(room, cancellation).Known,
                };
            }

            if (rooms is null)
            {
                return RoomReading.Failed(RoomReadingFault.Undetermined, $"{name} has no events that could be read; validate {name} says what is wrong with it.");
            }

            // Only the events themselves told of the room, or of its version.
            List<RoomEntry> found = RoomSelection.Find(roomId is null ? asked : System.Text.Encoding.UTF8.GetString(roomId), rooms);
            bool isNew = found.Count == 1 && found[0].Events > 0
                && (roomId is null || (version is null && found[0].Version is null && RoomVersions.Find(events?.DeclaredVersion) is not null));
            if (!isNew || pass == MaxPasses)
            {
                return Fail(name, asked, found, rooms, events);
            }

            roomId = found[0].Key;
            version = found[0].Version is null ? RoomVersions.Find(events?.DeclaredVersion) : null;

            IBlockConsumer Consume(IRoomDirectory directory)
            {
                rooms = directory;
                if (roomId is null && RoomSelection.Find(asked, directory) is [{ } only])
                {
                    roomId = only.Key;
                }

                return events = new RoomEventsConsumer(directory, roomId, version, options.Limits.ForMspf().Depth);
            }
        }
    }

    private static FindingLimits Silence => new(0, FrozenSet<string>.Empty);

    private static MspfSummary Run(
        Container container, RoomReaderOptions options, Func<IRoomDirectory, IBlockConsumer> consume, CancellationToken cancellation)
    {
        if (options.Progress is { } progress)
        {
            progress.Length = container.Length;
        }

        var mspf = new MspfOptions
        {
            Limits = options.Limits.ForMspf(),
            EventsConsumer = consume,
            Findings = Silence,
            Jobs = options.Jobs,
            Progress = options.Progress,
        };
        return MspfValidator.Run(container, mspf, new FindingBuffer(Silence), cancellation);
    }

    private static RoomReading Fail(string name, string? asked, List<RoomEntry> found, IRoomDirectory rooms, RoomEventsConsumer? events)
    {
        if (found is [{ } room])
        {
            string id = Quoting.Safe(room.Utf8);
            string? version = room.Version ?? events?.DeclaredVersion;
            return RoomReading.Failed(
                RoomReadingFault.Undetermined,
                room.Events == 0 ? $"{name} lists the room {id}, but has no events of it."
                : version is null ? $"the version of the room {id} isn't known: m.rooms doesn't name it, and there is no create event that does."
                : RoomVersions.Find(version) is null ? $"the room {id} has version \"{Quoting.Safe(version)}\"; versions 1 to 12 are known here."
                : $"no event of the room {id} can be read; validate {name} says what is wrong with them.");
        }

        string problem = (asked, found.Count) switch
        {
            (null, 0) => $"{name} has no rooms.",
            (null, _) => $"say which room with --room; {name} has {Count(found.Count, "room")}: {List(found)}.",
            (_, 0) when rooms.Rooms.Count == 0 => $"{name} has no rooms.",
            (_, 0) => $"{name} has no room \"{Quoting.Safe(asked)}\"{Near(asked!, rooms)}",
            _ => $"\"{Quoting.Safe(asked)}\" may be any of {Count(found.Count, "room")}: {List(found)}.",
        };
        return RoomReading.Failed(RoomReadingFault.NoSuchRoom, problem);
    }

    private static string Near(string asked, IRoomDirectory rooms)
    {
        string suggestion = Suggestion.For(asked, rooms.Rooms.Take(ComparedRooms).Select(room => Quoting.Safe(room.Utf8)));
        return suggestion.Length > 0 ? suggestion : $"; it has {Count(rooms.Rooms.Count, "room")}: {List(rooms.Rooms)}.";
    }

    private static string Count(int number, string word) => $"{number} {word}{(number == 1 ? "" : "s")}";

    /// <summary>Some rooms, those with the most events first.</summary>
    private static string List(IReadOnlyList<RoomEntry> rooms)
    {
        IEnumerable<string> first = rooms
            .OrderByDescending(room => room.Events)
            .ThenBy(room => room.RoomId, StringComparer.Ordinal)
            .Take(ListedRooms)
            .Select(room => $"{Quoting.Safe(room.Utf8)} ({Count((int)Math.Min(room.Events, int.MaxValue), "event")})");
        string list = string.Join(", ", first);
        return rooms.Count > ListedRooms ? $"{list} and {rooms.Count - ListedRooms} more" : list;
    }
}
