using Conformance.Corpus.Tests.Corpus;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Shouldly;

namespace Conformance.Corpus.Tests.Rooms;

/// <summary>Generates an archive and lets the validator judge it, with everybody's keys: two opinions that share no code but that of Ed25519 itself.</summary>
internal static class Judged
{
    /// <summary>Remarks that would mean that a room isn't what the generator takes it for.</summary>
    private static readonly string[] NeverInValidRooms =
        ["AUT001", "AUT002", "AUT004", "DAG002", "DAG003", "DAG005", "DAG006", "DAG007", "DAG008", "SIG005", "STA001", "ROM020", "USR019", "OWN008", "MAN021"];

    /// <summary>Nothing at any severity but information, and no remark but those that tell of what the recipe asked for.</summary>
    public static void ShouldBeValid(TemporaryFolder folder, string name, ArchiveRecipe recipe, ulong seed)
    {
        string output = folder.File(name + ".tar");
        string keys = folder.File(name + ".keys.json");
        ArchiveOutput.Write(new GenerateOptions { Recipe = recipe, Seed = seed, Output = output, KeysFile = keys });

        CaseRun run = CaseRun.OfFile(output, "--keys", keys);

        run.Found.Where(found => found.Severity != "info" || NeverInValidRooms.Contains(found.Rule)).ShouldBeEmpty($"{name}, seed {seed}: {run.Error}");
        run.Exit.ShouldBe(0, $"{name}, seed {seed}");
        File.Delete(output);
    }
}
