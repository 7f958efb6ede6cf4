using System.Collections.Frozen;
using System.Text;
using Conformance.Containers;
using Conformance.Documents;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Inspection;
using Conformance.Rooms.Store;

namespace Conformance.Comparison;

/// <summary>Works out the current state of rooms of an archive.</summary>
internal static class RoomStateReader
{
    /// <summary>Reads the rooms and resolves their states.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="rooms">The rooms.</param>
    /// <param name="thirdParty">Verifies proofs of invited addresses; null where the system has no library for it.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>By room: by type and state key, the event ID. A room whose state isn't known isn't there.</returns>
    /// <exception cref="IOException">Reading failed on the way: a fault of the disk, not of the content.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Dictionary<byte[], SortedDictionary<(string Type, string StateKey), string>> Read(
        ContentReader archive, IReadOnlySet<byte[]> rooms, ThirdPartySignatureCheck? thirdParty, ComparisonOptions options, CancellationToken cancellation)
    {
        var states = new Dictionary<byte[], SortedDictionary<(string, string), string>>(Utf8Comparer.Instance);
        var silence = new FindingLimits(0, FrozenSet<string>.Empty);
        ContainerOpening opening = ContainerFactory.Open(archive.Path.Replace('\\', '/'), options.Containers, new FindingBuffer(silence));
        if (!opening.Succeeded)
        {
            return states;
        }

        ChosenRoomsConsumer? consumer = null;
        using (Container container = opening.Container)
        {
            var mspf = new MspfOptions
            {
                Limits = options.Limits,
                EventsConsumer = directory => consumer = new ChosenRoomsConsumer(directory, rooms, options.Limits),
                Findings = silence,
                Jobs = options.Jobs,
                Progress = options.Progress,
            };
            MspfValidator.Run(container, mspf, new FindingBuffer(silence), cancellation);
        }

        if (consumer?.IsCut == true)
        {
            archive.Note("the state of rooms", "There are more events than are remembered; --limit events=N raises that.");
            return states;
        }

        foreach ((byte[] id, RoomEvents room) in consumer?.Found ?? new Dictionary<byte[], RoomEvents>())
        {
            var inspection = new RoomInspection(room, thirdParty, consumer!.Directory.Find(id)?.GapStates?.Resolve(room, cancellation).Known, cancellation);
            StateAnswer answer = inspection.Answer(new StateQuestion());
            if (answer.Map is null)
            {
                archive.Note($"the state of {Findings.Quoting.Safe(id)}", "It isn't known at the room's end: validate state says from where on.");
                continue;
            }

            var entries = new SortedDictionary<(string, string), string>(SlotOrder.Instance);
            foreach (int index in answer.State)
            {
                entries[(Text(room, room.TypeOf(index)), Text(room, room.StateKeyOf(index)))] = room.IdOf(index);
            }

            states.Add(id, entries);
        }

        return states;
    }

    private static string Text(RoomEvents room, int text) => Encoding.UTF8.GetString(room.Texts[text]);

    private sealed class SlotOrder : IComparer<(string Type, string StateKey)>
    {
        public static SlotOrder Instance { get; } = new();

        public int Compare((string Type, string StateKey) x, (string Type, string StateKey) y) =>
            string.CompareOrdinal(x.Type, y.Type) is var order and not 0 ? order : string.CompareOrdinal(x.StateKey, y.StateKey);
    }
}
