using System.Text.Json;

namespace Conformance.Corpus.Tests.SecondOpinion;

/// <summary>What somebody says of a room.</summary>
/// <param name="RoomId">Its ID.</param>
/// <param name="Version">Its version.</param>
/// <param name="Events">Its events by ID: whether an event's content hash is another, whether it was accepted, and the digest of the state before it.</param>
/// <param name="End">The digest of the state at the end.</param>
internal sealed record RoomOpinion(string RoomId, string Version, IReadOnlyDictionary<string, (bool? IsRedacted, bool IsAccepted, string? Before)> Events, string? End)
{
    public static RoomOpinion Read(JsonElement room) => new(
        room.GetProperty("room_id").GetString()!,
        room.GetProperty("version").GetString()!,
        room.GetProperty("events").EnumerateArray().ToDictionary(
            e => e.GetProperty("id").GetString()!,
            e => ((bool?)e.GetProperty("redacted").GetBoolean(), e.GetProperty("standing").GetString() == "accepted", e.GetProperty("before").GetString())),
        room.GetProperty("end").GetString());

    /// <summary>What another says otherwise.</summary>
    public IEnumerable<string> DifferencesFrom(RoomOpinion other)
    {
        foreach (string id in Events.Keys.Except(other.Events.Keys).Concat(other.Events.Keys.Except(Events.Keys)))
        {
            yield return $"{id}: only one of us has an event of this ID";
        }

        foreach ((string id, (bool? isRedacted, bool isAccepted, string? before)) in Events)
        {
            if (!other.Events.TryGetValue(id, out (bool? IsRedacted, bool IsAccepted, string? Before) own))
            {
                continue;
            }

            if (own.IsAccepted != isAccepted)
            {
                yield return $"{id}: accepted by one of us only";
            }

            if (own.Before != before)
            {
                yield return $"{id}: the state before it is another";
            }

            if (own.IsRedacted is { } redacted && redacted != isRedacted)
            {
                yield return $"{id}: its content hash is right for one of us only";
            }
        }

        if (other.End != End)
        {
            yield return "the state at the end is another";
        }
    }

    /// <summary>What the truth file says otherwise of the same room.</summary>
    public IEnumerable<string> DifferencesFromTruth(JsonElement truth)
    {
        if (truth.GetProperty("events").GetInt32() != Events.Count)
        {
            yield return $"{Events.Count} events, not {truth.GetProperty("events")}";
        }

        foreach (string difference in Differences("rejected", Events.Where(e => !e.Value.IsAccepted)).Concat(Differences("redacted_copies", Events.Where(e => e.Value.IsRedacted == true))))
        {
            yield return difference;
        }

        IEnumerable<string> Differences(string name, IEnumerable<KeyValuePair<string, (bool?, bool, string?)>> found)
        {
            string[] stated = truth.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(id => id.GetString()!)] : [];
            string[] seen = [.. found.Select(e => e.Key)];
            return stated.Except(seen).Select(id => $"{id}: isn't among the {name} found")
                .Concat(seen.Except(stated).Select(id => $"{id}: isn't among the {name} of the truth file"));
        }
    }
}
