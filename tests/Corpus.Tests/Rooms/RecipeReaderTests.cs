using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Cli.Commands;
using Conformance.Documents;
using Conformance.Generator.Rooms.Recipes;
using Conformance.Schemas;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Rooms;

public class RecipeReaderTests
{
    [Fact]
    public void Read_EveryMemberOfTheSchema_IsTakenAndMinimumChecked()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "schemas", "generate", "recipe.schema.json")));
        string[] members = [.. schema.RootElement.GetProperty("$defs").GetProperty("room").GetProperty("properties").EnumerateObject().Select(p => p.Name)];

        // The schema and the record have the same members, and the reader takes each of them.
        members.ShouldBe(typeof(RoomRecipe).GetProperties().Where(p => p.CanWrite && p.GetSetMethod()!.IsPublic).Select(p => Snake(p.Name)), ignoreOrder: true);
        foreach (JsonProperty property in schema.RootElement.GetProperty("$defs").GetProperty("room").GetProperty("properties").EnumerateObject())
        {
            string value = property.Value.TryGetProperty("minimum", out JsonElement least) ? least.GetRawText()
                : property.Value.TryGetProperty("enum", out JsonElement choices) ? choices[0].GetRawText()
                : property.Name switch { "versions" => "[\"3\"]", "upgrade_to" => "\"4\"", "name" => "\"x\"", _ => "true" };
            Read($"{{\"rooms\":[{{\"{property.Name}\":{value}}}]}}").Rooms.ShouldHaveSingleItem(property.Name);
            if (property.Value.TryGetProperty("minimum", out _))
            {
                Should.Throw<ArgumentException>(() => Read($"{{\"rooms\":[{{\"{property.Name}\":-1}}]}}")).Message.ShouldStartWith($"/rooms/0/{property.Name}:");
            }
        }
    }

    [Theory]
    [InlineData("{", "the recipe is no JSON")]
    [InlineData("{}", "the recipe has no rooms")]
    [InlineData("{\"rooms\":[{\"colour\":1}]}", "/rooms/0/colour: ")]
    [InlineData("{\"rooms\":[{\"versions\":[\"13\"]}]}", "/rooms/0/versions: ")]
    [InlineData("{\"rooms\":[{\"kind\":\"direct\",\"joined\":3}]}", "/rooms/0/joined: ")]
    public void Read_WhatIsNoRecipe_SaysWhere(string json, string beginning) =>
        Should.Throw<ArgumentException>(() => Read(json)).Message.ShouldStartWith(beginning);

    [Fact]
    public void Write_Presets_ReadBackAsTheyWere()
    {
        foreach ((string name, _, Func<ArchiveRecipe> make) in Presets.All)
        {
            string written = Written(make());

            SchemaOf("generate/recipe.schema.json", written).ShouldBeEmpty(name);
            Written(Read(written)).ShouldBe(written);
            Described(Read(written)).ShouldBe(Described(make()), name);
        }
    }

    [Fact]
    public void Write_EveryNumber_IsThere()
    {
        foreach ((string name, RecipeCount count) in RecipeReader.Counts)
        {
            var recipe = new ArchiveRecipe { Rooms = [count.Set(new RoomRecipe(), count.Most)] };

            using JsonDocument written = JsonDocument.Parse(Written(recipe));

            written.RootElement.GetProperty("rooms")[0].GetProperty(name).GetInt32().ShouldBe(count.Most);
            count.Get(recipe.Rooms[0]).ShouldBe(count.Most);
        }
    }

    [Fact]
    public void Counts_Ranges_AreThoseOfTheSchema()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "schemas", "generate", "recipe.schema.json")));
        JsonElement properties = schema.RootElement.GetProperty("$defs").GetProperty("room").GetProperty("properties");
        foreach ((string name, RecipeCount count) in RecipeReader.Counts)
        {
            properties.GetProperty(name).GetProperty("minimum").GetInt32().ShouldBe(count.Least, name);
            properties.GetProperty(name).GetProperty("maximum").GetInt32().ShouldBe(count.Most, name);
        }
    }

    [Fact]
    public void With_Options_ChangeEveryRoomButThePairsOfDirectOnes()
    {
        var recipe = new ArchiveRecipe { Rooms = [new RoomRecipe { Left = 3 }, new RoomRecipe { Kind = RoomKind.Direct }] };
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)
            [("servers", "7"), ("joined", "9"), ("versions", "1, 12"), ("name", "42"), ("federates", "false"), ("upgrade_to", "6"), ("join_rule", "knock"), ("messages", "5")])
        {
            recipe = RecipeReader.With(recipe, name, value, "--" + name);
        }

        recipe.Servers.ShouldBe(7);
        recipe.Rooms.Select(room => room.Joined).ShouldBe([9, 2]);
        recipe.Rooms.Select(room => room.Messages).ShouldBe([5, 5]);
        RoomRecipe first = recipe.Rooms[0];
        first.Versions.ShouldBe(["1", "12"]);
        (first.Name, first.Federates, first.UpgradeTo, first.JoinRule, first.Left).ShouldBe(("42", false, "6", "knock", 3));
    }

    [Theory]
    [InlineData("joined", "1")]
    [InlineData("joined", "many")]
    [InlineData("joined", "")]
    [InlineData("joined", "007")]
    [InlineData("messages", "20000001")]
    [InlineData("messages", "99999999999999999999")]
    [InlineData("versions", "1,13")]
    [InlineData("versions", "")]
    [InlineData("federates", "yes")]
    [InlineData("join_rule", "private")]
    [InlineData("kind", "direct")]
    [InlineData("colour", "1")]
    public void With_WhatDoesNotFit_NamesThePlace(string name, string value)
    {
        var recipe = new ArchiveRecipe { Rooms = [new RoomRecipe { Joined = 5 }] };

        Should.Throw<ArgumentException>(() => RecipeReader.With(recipe, name, value, "--option")).Message.ShouldStartWith("--option: ");
    }

    [Fact]
    public void RecipeOptions_EveryMemberOfTheSchema_HasOne()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "schemas", "generate", "recipe.schema.json")));
        IEnumerable<string> members = Names(schema.RootElement).Concat(Names(schema.RootElement.GetProperty("$defs").GetProperty("room")));

        RecipeOptions.Members.ShouldBe(members.Except(["$schema", "rooms"]), ignoreOrder: true);

        static IEnumerable<string> Names(JsonElement tree) => tree.GetProperty("properties").EnumerateObject().Select(property => property.Name);
    }

    private static string Written(ArchiveRecipe recipe)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            RecipeWriter.Write(writer, recipe);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>All of a recipe, as records print themselves, and the lists that they don't print.</summary>
    private static string Described(ArchiveRecipe recipe) =>
        $"{recipe with { Rooms = [] }}{string.Concat(recipe.Rooms.Select(room => $"{room with { Versions = [] }}{string.Join(',', room.Versions)}"))}";

    private static IEnumerable<string> SchemaOf(string schema, string json) =>
        BuiltInSchemas.Get(schema).Evaluate(DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(json), DocumentEncoding.Json).Root).Select(v => $"{v.Name}: {v.Expected}, not {v.Actual}");

    private static ArchiveRecipe Read(string json) => RecipeReader.Read(System.Text.Encoding.UTF8.GetBytes(json));

    private static string Snake(string name) => Regex.Replace(name, "(?<!^)[A-Z]", m => "_" + m.Value).ToLowerInvariant();
}
