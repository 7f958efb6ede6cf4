using System.Text.Json;
using Conformance.Corpus.Tests.Support;
using Conformance.Tests.Support;

namespace Conformance.Corpus.Tests.SecondOpinion;

/// <summary>What Synapse's own code says of an archive: <c>opinion.py</c>.</summary>
/// <param name="Rooms">Its rooms.</param>
/// <param name="Problems">Checks that failed: event, check, reason.</param>
internal sealed record Opinion(IReadOnlyList<RoomOpinion> Rooms, IReadOnlyList<(string? Event, string Check, string Reason)> Problems)
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests", "Corpus.Tests", "SecondOpinion", "opinion.py");

    /// <summary>The folder with Synapse: CONFORMANCE_SYNAPSE, or where <c>.ci/run</c> keeps it.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("CONFORMANCE_SYNAPSE") is { Length: > 0 } given
        ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "conformance", "synapse");

    /// <summary>Skips the test where Synapse isn't.</summary>
    public static void OrSkip() => Ci.SkipUnless(
        Directory.Exists(Path.Combine(Folder, "usr", "lib", "python3", "dist-packages", "synapse")),
        $"Synapse isn't in {Folder}: apt-get install mmdebstrap, then suites/targets/synapse/root.sh {Folder} (or name another folder by CONFORMANCE_SYNAPSE).");

    /// <summary>Asks for an opinion.</summary>
    /// <param name="archive">A tar file, perhaps compressed.</param>
    /// <param name="keys">The public keys of all its servers.</param>
    public static Opinion Of(string archive, string keys)
    {
        using JsonDocument document = JsonDocument.Parse(new SynapseRoot(Folder).Run(Script, archive, keys));
        JsonElement root = document.RootElement;
        return new Opinion(
            [.. root.GetProperty("rooms").EnumerateArray().Select(RoomOpinion.Read)],
            [.. root.GetProperty("problems").EnumerateArray().Select(p => (p.GetProperty("event").GetString(), p.GetProperty("check").GetString()!, p.GetProperty("problem").GetString()!))]);
    }

    /// <summary>Where Synapse, the validator and the truth file don't say the same; empty when they agree.</summary>
    /// <param name="ours">What the validator says of the archive.</param>
    /// <param name="truth">The truth file.</param>
    public IEnumerable<string> Disagreements(IReadOnlyDictionary<string, RoomOpinion> ours, JsonElement truth)
    {
        foreach ((string? id, string check, string reason) in Problems)
        {
            yield return $"{id}: {check}: {reason}";
        }

        foreach (JsonElement made in truth.GetProperty("rooms").EnumerateArray())
        {
            string roomId = made.GetProperty("room_id").GetString()!;
            RoomOpinion? room = Rooms.SingleOrDefault(r => r.RoomId == roomId);
            if (room is null || !ours.TryGetValue(roomId, out RoomOpinion? own))
            {
                yield return $"{roomId}: only one of us found the room";
                continue;
            }

            foreach (string difference in room.DifferencesFrom(own).Concat(room.DifferencesFromTruth(made)))
            {
                yield return $"{roomId} (version {room.Version}): {difference}";
            }
        }
    }
}
