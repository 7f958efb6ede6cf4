using System.Security.Cryptography;
using System.Text.Json;
using Conformance.Cli;
using Conformance.Cli.Console;
using Conformance.Corpus.Tests.Support;
using Conformance.Documents;
using Conformance.Schemas;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Rooms;

/// <summary><c>validate generate</c> by its words.</summary>
public sealed class GenerateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GenerateCommandTests() => Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);

    [Fact]
    public void Options_WithoutRecipe_MakeWhatTheySay()
    {
        JsonElement truth = Generate("--rooms 3 --room-versions 1,12 --servers 4 --members 9 --left 2 --banned 3 --invited 1 --messages 40 --fork-per-mille 200 --fork-width 3");

        truth.GetProperty("origin").GetString().ShouldBe("options");
        truth.GetProperty("servers").GetInt32().ShouldBe(4);
        JsonElement[] rooms = [.. truth.GetProperty("rooms").EnumerateArray()];
        rooms.Select(room => room.GetProperty("version").GetString()).ShouldBe(["1", "12", "1"]);
        foreach (JsonElement room in rooms)
        {
            Members(room).ShouldBe((9, 2, 3, 1));
            room.GetProperty("forks").GetInt32().ShouldBeGreaterThan(0);
            room.GetProperty("widest_fork").GetInt32().ShouldBeInRange(2, 3);
        }
    }

    [Fact]
    public void Options_WithPreset_ChangeIt()
    {
        JsonElement truth = Generate("--preset tiny --room-versions 6 --left 4");

        truth.GetProperty("origin").GetString().ShouldBe("tiny");
        foreach (JsonElement room in truth.GetProperty("rooms").EnumerateArray())
        {
            room.GetProperty("version").GetString().ShouldBe("6");
            room.GetProperty("members").GetProperty("leave").GetInt32().ShouldBe(4);
            room.GetProperty("members").GetProperty("join").GetInt32().ShouldBe(5);
        }
    }

    [Fact]
    public void Options_AfterScale_AreExact() =>
        Generate("--preset matrix-hq-2020 --scale 1/1000 --members 77").GetProperty("rooms")[0].GetProperty("members").GetProperty("join").GetInt32().ShouldBe(77);

    // Sizes and shapes of whole presets; those of the Matrix HQ rooms and of the large ones are held elsewhere in more detail.
    [Theory]
    [InlineData("tiny", 5, 12, 562, 256)]
    [InlineData("family-server", 4, 12, 2_340, 134)]
    [InlineData("community", 60, 29, 20_495, 3_488)]
    [InlineData("deep-auth", 8, 8, 85_751, 151)]
    [InlineData("braid", 12, 12, 22_630, 1_764)]
    [InlineData("duplicate-keys", 3, 2, 43, 23)]
    public void Preset_Whole_HasItsSizes(string preset, int servers, int rooms, int events, int stateEvents)
    {
        JsonElement truth = Generate($"--preset {preset}");

        truth.GetProperty("servers").GetInt32().ShouldBe(servers);
        truth.GetProperty("rooms").GetArrayLength().ShouldBe(rooms);
        truth.GetProperty("events").GetInt32().ShouldBe(events);
        truth.GetProperty("rooms").EnumerateArray().Sum(room => room.GetProperty("events").GetInt32()).ShouldBe(events);
        truth.GetProperty("rooms").EnumerateArray().Sum(room => room.GetProperty("state_events").GetInt32()).ShouldBe(stateEvents);
    }

    [Theory]
    [InlineData("--preset tiny")]
    [InlineData("--preset community --scale 1/100 --power-level-form mixed --federates false")]
    [InlineData("--preset duplicate-keys --seed 3")]
    [InlineData("--members 5 --room-versions 11,12 --rooms 2 --additional-creators 2 --upgrade-to 12")]
    public void Truth_Recipe_MakesTheSameBytes(string words)
    {
        JsonElement truth = Generate(words);
        byte[] first = SHA256.HashData(File.ReadAllBytes(_folder.File("a.tar")));
        File.WriteAllText(_folder.File("recipe.json"), truth.GetProperty("recipe").GetRawText());

        Generate($"--recipe recipe.json --seed {truth.GetProperty("seed")}");

        SHA256.HashData(File.ReadAllBytes(_folder.File("a.tar"))).ShouldBe(first);
    }

    [Theory]
    [InlineData("--preset tiny")]
    [InlineData("--preset family-server --scale 1/10")]
    [InlineData("--preset braid --scale 1/10")]
    [InlineData("--preset duplicate-keys")]
    [InlineData("--members 9 --banned 4 --rooms 12 --room-versions 1,2,3,4,5,6,7,8,9,10,11,12 --messages 90 --redactions 3 --redacted-copies true --gaps 1 --rejected 2 --soft-failed 1")]
    public void Truth_OfAnything_FitsItsSchemas(string words)
    {
        JsonElement truth = Generate(words);

        Violations("generate/truth.schema.json", truth).ShouldBeEmpty();
        Violations("generate/recipe.schema.json", truth.GetProperty("recipe")).ShouldBeEmpty();
    }

    [Fact]
    public void Truth_StrayMember_DoesNotFitItsSchema()
    {
        using JsonDocument stray = JsonDocument.Parse(Generate("--members 3").GetRawText().Replace("\"depth\"", "\"deepness\"", StringComparison.Ordinal));

        Violations("generate/truth.schema.json", stray.RootElement).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("", "generate needs --preset NAME, --recipe FILE or options")]
    [InlineData("--preset tiny --recipe x.json", "generate takes one of --preset and --recipe.")]
    [InlineData("--preset huge", "there is no preset \"huge\"; --list tells them.")]
    [InlineData("--members 1", "--members: a whole number from 2 to 20000000 is wanted here.")]
    [InlineData("--members 3 --room-versions 5,13", "--room-versions: a room version from 1 to 12 is wanted here.")]
    [InlineData("--members 3 --kind pub", "--kind: one of room, direct, space is wanted here.")]
    [InlineData("--members 3 --federates no", "--federates: true or false is wanted here.")]
    [InlineData("--members 3 --scale 1000000000", "--scale takes")]
    [InlineData("--preset huge-state --scale 1000", "--scale makes")]
    [InlineData("--members 3 --federates false --form send-join", "room 0 doesn't federate")]
    public void Run_WhatCannotBe_OneLineAndExit2(string words, string problem)
    {
        (ExitCode exit, string output, string error) = Run(words);

        exit.ShouldBe(ExitCode.Usage, error);
        output.ShouldBeEmpty();
        error.ShouldContain(problem);
        error.TrimEnd('\n').ShouldNotContain("\n");
    }

    public void Dispose() => _folder.Dispose();

    private JsonElement Generate(string words)
    {
        (ExitCode exit, _, string error) = Run(words);
        exit.ShouldBe(ExitCode.Valid, error);
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllBytes(_folder.File("a.tar.truth.json")));
        return truth.RootElement.Clone();
    }

    private (ExitCode Exit, string Output, string Error) Run(string words)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, In = () => Stream.Null, WorkingDirectory = _folder.Path };
        string[] args = ["generate", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-o", "a.tar"];
        ExitCode exit = Application.Run(args, terminal, TestContext.Current.CancellationToken);
        return (exit, System.Text.Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static (int Join, int Leave, int Ban, int Invite) Members(JsonElement room)
    {
        JsonElement members = room.GetProperty("members");
        return (members.GetProperty("join").GetInt32(), members.GetProperty("leave").GetInt32(), members.GetProperty("ban").GetInt32(), members.GetProperty("invite").GetInt32());
    }

    private static IEnumerable<string> Violations(string schema, JsonElement json)
    {
        Document document = DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(json.GetRawText()), DocumentEncoding.Json);
        return [.. BuiltInSchemas.Get(schema).Evaluate(document.Root).Select(v => $"{v.Name}: {v.Expected}, not {v.Actual}")];
    }
}
