using System.Diagnostics;
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

    private static readonly string Maker = Path.Combine(Repository.Root, "suites", "targets", "synapse", "root");

    private static readonly Lazy<string> Folder = new(Find);

    /// <summary>Skips the test where Synapse isn't.</summary>
    public static void OrSkip() => Ci.SkipUnless(
        Directory.Exists(Path.Combine(Folder.Value, "usr", "lib", "python3", "dist-packages", "synapse")),
        "Synapse isn't on this machine: apt-get install mmdebstrap, then suites/targets/synapse/root --python (or name a folder that has it by CONFORMANCE_SYNAPSE).");

    /// <summary>Asks for an opinion.</summary>
    /// <param name="archive">A tar file, perhaps compressed.</param>
    /// <param name="keys">The public keys of all its servers.</param>
    public static Opinion Of(string archive, string keys)
    {
        using JsonDocument document = JsonDocument.Parse(new SynapseRoot(Folder.Value).Run(Script, archive, keys));
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

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("CONFORMANCE_SYNAPSE") is { Length: > 0 } given)
        {
            return given;
        }

        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Maker, ["--python", "--path"]) { RedirectStandardOutput = true })!;
            string said = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return said;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
