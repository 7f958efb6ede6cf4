using System.Security.Cryptography;
using System.Text.Json;
using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Inspection;
using Conformance.Rooms.Resolution;
using Conformance.Validation;
using Xunit;

namespace Conformance.Corpus.Tests.SecondOpinion;

/// <summary>What the validator says of the same archive, in the same form.</summary>
internal static class OwnOpinion
{
    /// <summary>Reads the rooms that a truth file names, and judges them.</summary>
    public static IReadOnlyDictionary<string, RoomOpinion> Of(string archive, JsonElement truth) => truth.GetProperty("rooms").EnumerateArray()
        .Select(room => OfRoom(archive, room.GetProperty("room_id").GetString()!))
        .ToDictionary(room => room.RoomId);

    private static RoomOpinion OfRoom(string archive, string roomId)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        RoomReading reading = RoomReader.Read(archive, roomId, new RoomReaderOptions(), cancellation);
        Assert.True(reading.HasRoom, reading.Problem);
        var room = new RoomInspection(reading.Room, RoomReader.ThirdPartyCheck, reading.Known, cancellation);
        var events = new Dictionary<string, (bool? IsRedacted, bool IsAccepted, string? Before)>();
        for (int index = 0; index < room.Events.Count; index++)
        {
            if (room.Events.IsUsable(index))
            {
                events.Add(room.Events.IdOf(index), (null, room.States.StandingOf(index) == EventStanding.Accepted, Digest(room, room.States.Before(index))));
            }
        }

        return new RoomOpinion(roomId, room.Events.Version.Id, events, Digest(room, room.Answer(new StateQuestion { Event = -1 }).Map));
    }

    private static string? Digest(RoomInspection room, StateMap? state)
    {
        if (state is null)
        {
            return null;
        }

        var entries = new List<(int Slot, int Event)>();
        state.CopyTo(entries);
        string ids = string.Join('\n', entries.Select(entry => room.Events.IdOf(entry.Event)).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(ids)));
    }
}
