using System.Text.Json;
using Conformance.Cli;
using Conformance.Cli.Console;
using Conformance.Corpus.Tests.Corpus;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Rooms;

/// <summary>What a truth file says against what the validator finds out by itself.</summary>
public class TruthTests
{
    public TruthTests() => Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);

    [Fact]
    public void Conflicts_AllVersions_WinnerIsInTheResolvedState()
    {
        using var folder = new TemporaryFolder();
        (string archive, JsonElement truth) = Generate(folder, Presets.Find("braid")!.Scaled(1, 6));

        int seen = 0;
        foreach (JsonElement room in truth.GetProperty("rooms").EnumerateArray())
        {
            foreach (JsonElement conflict in room.GetProperty("conflicts").EnumerateArray())
            {
                using JsonDocument state = State(archive, room.GetProperty("room_id").GetString()!, conflict.GetProperty("before").GetString()!);
                JsonElement held = state.RootElement.GetProperty("state").EnumerateArray().Single(e =>
                    e.GetProperty("type").ValueEquals(conflict.GetProperty("type").GetString()) && e.GetProperty("state_key").ValueEquals(conflict.GetProperty("state_key").GetString()));
                held.GetProperty("event_id").GetString().ShouldBe(conflict.GetProperty("winner").GetString(), $"{room.GetProperty("version")}: {conflict}");
                seen++;
            }
        }

        seen.ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("6")]
    [InlineData("12")]
    public void Oddities_OneRoom_FoundWhereTheyAre(string version)
    {
        using var folder = new TemporaryFolder();
        (string archive, JsonElement truth) = Generate(folder, new ArchiveRecipe
        {
            Rooms =
            [
                new RoomRecipe { Versions = [version], Joined = 12, Banned = 8, Left = 4, KickedPerMille = 1000, Messages = 200, Redactions = 9, RedactedCopies = true, Rejected = 5, SoftFailed = 3 },
            ],
        });
        JsonElement room = truth.GetProperty("rooms")[0];

        CaseRun run = CaseRun.OfFile(archive, "--keys", folder.File("a.keys.json"), "--limit", "findings=1000");

        string[] softFailed = Ids(room, "soft_failed");
        softFailed.Length.ShouldBe(3);
        run.EventsOf("AUT001").Concat(run.EventsOf("AUT002")).Distinct().ShouldBe(Ids(room, "rejected"), ignoreOrder: true);
        run.EventsOf("AUT003").Except(softFailed).ShouldBeEmpty();
        run.EventsOf("HSH001").ShouldBe(Ids(room, "redacted_copies"), ignoreOrder: true);
        Ids(room, "redacted_copies").Length.ShouldBe(9);
        run.Found.Where(found => found.Severity != "info").ShouldBeEmpty();
    }

    [Fact]
    public void Gaps_OneRoom_ToldAsMissing()
    {
        using var folder = new TemporaryFolder();
        (string archive, JsonElement truth) = Generate(folder, new ArchiveRecipe { Rooms = [new RoomRecipe { Joined = 6, Messages = 100, Gaps = 4 }] });

        CaseRun run = CaseRun.OfFile(archive, "--keys", folder.File("a.keys.json"));

        Ids(truth.GetProperty("rooms")[0], "missing").Length.ShouldBe(12);
        run.Rules.ShouldContain("DAG002");
        run.Found.Where(found => found.Severity != "info").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("state", ResponseForm.State)]
    [InlineData("state_ids", ResponseForm.StateIds)]
    [InlineData("send_join", ResponseForm.SendJoin)]
    [InlineData("send_join", ResponseForm.SendJoinPartial)]
    public void Answers_EachRoomOfACommunity_Valid(string endpoint, object form)
    {
        using var folder = new TemporaryFolder();
        ArchiveRecipe recipe = Presets.Find("community")!.Scaled(1, 30);
        int rooms = recipe.Rooms.Sum(room => room.Count + (room.UpgradeTo is null ? 0 : room.Count));
        foreach (ulong seed in (ReadOnlySpan<ulong>)[1, 2])
        {
            for (int room = 0; room < rooms; room++)
            {
                string file = folder.File($"{seed}-{room}.json");
                var options = new GenerateOptions { Recipe = recipe, Seed = seed, Output = file, KeysFile = file + ".keys" };
                using (FileStream stream = File.Create(file))
                {
                    new ResponseOutput(options, (ResponseForm)form, room).Write(stream);
                }

                CaseRun run = CaseRun.OfWords(file, "federation", endpoint, file, "--report", "json", "--keys", file + ".keys");
                run.Found.Where(found => found.Severity != "info").ShouldBeEmpty($"room {room}, seed {seed}");
                run.Exit.ShouldBe(0, $"room {room}, seed {seed}: {run.Error}");
            }
        }
    }

    [Fact]
    public void DuplicateKeys_Preset_FoundAtEveryLevelAndHashesFollowTheLast()
    {
        using var folder = new TemporaryFolder();
        (string archive, JsonElement truth) = Generate(folder, Presets.Find("duplicate-keys")!);

        CaseRun run = CaseRun.OfFile(archive, "--keys", folder.File("a.keys.json"));

        truth.GetProperty("duplicate_keys").GetArrayLength().ShouldBe(7);
        run.Rules.Count(rule => rule == "CBR011").ShouldBe(6);
        run.Rules.Count(rule => rule == "JSN004").ShouldBe(1);
        run.Found.Where(found => found.Severity == "error").Select(found => found.Rule).Distinct().ShouldBe(["CBR011", "JSN004"], ignoreOrder: true);
        run.Exit.ShouldBe(1);
    }

    private static (string Archive, JsonElement Truth) Generate(TemporaryFolder folder, ArchiveRecipe recipe)
    {
        string archive = folder.File("a.tar");
        ArchiveOutput.Write(new GenerateOptions { Recipe = recipe, Output = archive, KeysFile = folder.File("a.keys.json"), TruthFile = folder.File("a.truth.json") });
        return (archive, JsonDocument.Parse(File.ReadAllBytes(folder.File("a.truth.json"))).RootElement);
    }

    private static JsonDocument State(string archive, string room, string at)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, In = () => Stream.Null };
        ExitCode exit = Application.Run(["state", archive, "--room", room, "--at", at, "--report", "json"], terminal, TestContext.Current.CancellationToken);
        exit.ShouldBe(ExitCode.Valid, error.ToString());
        return JsonDocument.Parse(output.ToArray());
    }

    private static string[] Ids(JsonElement room, string name) => [.. room.GetProperty(name).EnumerateArray().Select(id => id.GetString()!)];
}
