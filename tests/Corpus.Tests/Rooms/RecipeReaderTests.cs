using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Generator.Rooms.Recipes;
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

    private static ArchiveRecipe Read(string json) => RecipeReader.Read(System.Text.Encoding.UTF8.GetBytes(json));

    private static string Snake(string name) => Regex.Replace(name, "(?<!^)[A-Z]", m => "_" + m.Value).ToLowerInvariant();
}
