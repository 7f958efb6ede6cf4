using System.Text.Json;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Rooms;

/// <summary>What single members of a recipe bring into a room, read from its events as JSON. Whether it is valid, others ask.</summary>
public class RoomShapeTests
{
    private static readonly string[] Versions = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    public RoomShapeTests() => Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);

    public static TheoryData<string, string> LevelForms =>
        new(Versions.SelectMany(version => RecipeReader.PowerLevelForms.Select(form => (version, form.Name))));

    [Theory]
    [MemberData(nameof(LevelForms))]
    public void PowerLevels_FormAndVersion_OnlyWhatTheVersionTakes(string version, string form)
    {
        PowerLevelForm wanted = RecipeReader.PowerLevelForms.Single(f => f.Name == form).Value;
        JsonElement[] contents =
        [
            .. Events(new RoomRecipe { Versions = [version], Joined = 8, PowerLevelForm = wanted, PowerLevelChanges = 40, Moderators = 4, Messages = 30 })
                .Where(e => e.GetProperty("type").ValueEquals("m.room.power_levels")).Select(e => e.GetProperty("content")),
        ];
        int number = int.Parse(version, System.Globalization.CultureInfo.InvariantCulture);
        JsonElement[] levels = [.. contents.SelectMany(Levels)];

        contents.Length.ShouldBe(wanted == PowerLevelForm.None ? 0 : 41);
        levels.Any(level => level.ValueKind == JsonValueKind.String).ShouldBe(number <= 9 && wanted is PowerLevelForm.Texts or PowerLevelForm.Mixed && number <= 9);
        levels.Any(level => level.ValueKind == JsonValueKind.Number && !level.TryGetInt64(out _)).ShouldBe(number <= 5 && wanted is PowerLevelForm.Fractions or PowerLevelForm.Mixed && number <= 5);
        contents.Any(content => !content.TryGetProperty("ban", out _)).ShouldBe(wanted is PowerLevelForm.Sparse or PowerLevelForm.Mixed);
        contents.All(content => content.TryGetProperty("ban", out _)).ShouldBe(wanted is not (PowerLevelForm.Sparse or PowerLevelForm.Mixed));
        contents.Any(content => content.TryGetProperty("notifications", out _)).ShouldBe(wanted != PowerLevelForm.None);
        contents.All(content => content.TryGetProperty("users", out _)).ShouldBe(number < 12 || wanted != PowerLevelForm.Sparse);
        if (wanted is PowerLevelForm.Integers)
        {
            levels.Any(level => level.GetInt64() < 0).ShouldBeTrue();
            levels.Any(level => level.GetInt64() == 9_007_199_254_740_991).ShouldBe(number == 12);
        }
    }

    [Fact]
    public void HugeMessages_AllVersions_FirstHasAsManyBytesAsAnEventMayHave()
    {
        foreach (string version in Versions)
        {
            int[] lengths = [.. Lines(new RoomRecipe { Versions = [version], Joined = 3, Messages = 6, HugeMessages = 3 }).Select(line => line.Length).OrderDescending()];

            // Lines are canonical JSON.
            lengths[0].ShouldBe(65_536, version);
            lengths.Count(length => length > 60_000).ShouldBe(3, version);
        }
    }

    [Fact]
    public void Federates_False_EverybodyIsOfTheOwnServer()
    {
        JsonElement[] events = [.. Events(new RoomRecipe { Versions = ["9"], Joined = 30, Left = 10, Banned = 3, Messages = 50, Federates = false })];

        events[0].GetProperty("content").GetProperty("m.federate").GetBoolean().ShouldBeFalse();
        events.Select(e => e.GetProperty("sender").GetString()!.Split(':')[1]).Distinct().ShouldBe(["matrix.example.org"]);
        events.Select(e => e.GetProperty("sender").GetString()).Distinct().Count().ShouldBeGreaterThan(20);
    }

    [Fact]
    public void AdditionalCreators_Version12_NamedJoinedAndAtWork()
    {
        var recipe = new RoomRecipe { Versions = ["12"], JoinRule = "invite", Joined = 6, Banned = 10, Messages = 20, PowerLevelChanges = 12, AdditionalCreators = 2 };
        JsonElement[] events = [.. Events(recipe)];

        string[] creators = [.. events[0].GetProperty("content").GetProperty("additional_creators").EnumerateArray().Select(user => user.GetString()!)];

        creators.Length.ShouldBe(2);
        IEnumerable<string?> SendersOf(string type) => events.Where(e => e.GetProperty("type").ValueEquals(type)).Select(e => e.GetProperty("sender").GetString()).Distinct();
        SendersOf("m.room.power_levels").Intersect(creators).Count().ShouldBe(2);
        events.Where(e => e.GetProperty("type").ValueEquals("m.room.power_levels"))
            .Any(e => e.GetProperty("content").GetProperty("users").EnumerateObject().Any(user => creators.Contains(user.Name))).ShouldBeFalse();
        Events(recipe with { Versions = ["11"] })[0].GetProperty("content").TryGetProperty("additional_creators", out _).ShouldBeFalse();
    }

    [Fact]
    public void Churn_Members_ComeAndGoThousandsOfTimes()
    {
        JsonElement[] events = [.. Events(new RoomRecipe { Versions = ["10"], Joined = 5, ChurnMembers = 2, ChurnTimes = 3_000, Messages = 10 })];

        int[] memberships = [.. events.Where(e => e.GetProperty("type").ValueEquals("m.room.member")).CountBy(e => e.GetProperty("state_key").GetString()!).Select(pair => pair.Value).OrderDescending()];

        memberships[..3].ShouldBe([6_001, 6_001, 1]);
    }

    private static IEnumerable<JsonElement> Levels(JsonElement content) => content.EnumerateObject()
        .SelectMany(member => member.Value.ValueKind == JsonValueKind.Object ? member.Value.EnumerateObject().Select(level => level.Value) : [member.Value]);

    private static List<JsonElement> Events(RoomRecipe room) => [.. Lines(room).Select(line => JsonDocument.Parse(line).RootElement)];

    private static List<byte[]> Lines(RoomRecipe room)
    {
        using var folder = new TemporaryFolder();
        using var stream = new MemoryStream();
        new ResponseOutput(new GenerateOptions { Recipe = new ArchiveRecipe { Rooms = [room] }, Output = folder.File("lines") }, ResponseForm.Lines, null).Write(stream);
        byte[] bytes = stream.ToArray();
        var lines = new List<byte[]>();
        foreach (Range range in bytes.AsSpan().TrimEnd((byte)'\n').Split((byte)'\n'))
        {
            lines.Add(bytes[range]);
        }

        return lines;
    }
}
