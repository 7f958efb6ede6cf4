using System.Text.Json;
using Conformance.Cli;
using Conformance.Cli.Console;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Federation;

/// <summary>What joins cost, against answers that the generator made by its own code, and that know nothing of the validator's.</summary>
public class JoinCostsTests
{
    [Theory]
    [InlineData("tiny", "1/1")]
    [InlineData("community", "1/1")]
    [InlineData("matrix-hq-2020", "1/100")]
    public void CompareProfiles_OfFullAnswer_HasTheListsOfTheGeneratedAnswers(string preset, string scale)
    {
        using var folder = new TemporaryFolder();
        string[] parts = scale.Split('/');
        ArchiveRecipe recipe = Presets.Find(preset)!.Scaled(long.Parse(parts[0], null), long.Parse(parts[1], null));
        string full = Write(folder, recipe, ResponseForm.SendJoin);
        (int State, int Chain) whole = Lists(full);
        (int State, int Chain) partial = Lists(Write(folder, recipe, ResponseForm.SendJoinPartial));
        (int State, int _) lazy = Lists(Write(folder, recipe, ResponseForm.SendJoinMsc2775));

        JsonElement[] costs = [.. Report("federation", "send_join", full, "--compare-profiles", "--report", "json").GetProperty("joinCosts").EnumerateArray()];

        costs.Select(cost => cost.GetProperty("stateProfile").GetString()).ShouldBe(["full", "spec", "msc2775"]);
        Counts(costs[0]).ShouldBe(whole);
        Counts(costs[1]).ShouldBe(partial);

        // The generator keeps the first member of each server, also where another one of it is kept anyway.
        costs[2].GetProperty("stateEvents").GetInt32().ShouldBeInRange(partial.State, lazy.State);
        costs[0].GetProperty("bytes").GetInt64().ShouldBeInRange(new FileInfo(full).Length * 8 / 10, new FileInfo(full).Length);
    }

    /// <summary>Partial answers lack nothing that they must have, as their full answers prove.</summary>
    [Theory]
    [InlineData("tiny", "spec")]
    [InlineData("tiny", "msc2775")]
    [InlineData("community", "spec")]
    [InlineData("community", "msc2775")]
    public void Full_OfTheSameJoin_FindsNothingWrong(string preset, string profile)
    {
        using var folder = new TemporaryFolder();
        ArchiveRecipe recipe = Presets.Find(preset)!;
        string full = Write(folder, recipe, ResponseForm.SendJoin);
        string partial = Write(folder, recipe, profile == "spec" ? ResponseForm.SendJoinPartial : ResponseForm.SendJoinMsc2775);

        JsonElement report = Report("federation", "send_join", partial, "--full", full, "--state-profile", profile, "--report", "json");

        report.GetProperty("findings").EnumerateArray().Where(found => found.GetProperty("severity").GetString() != "info").Select(found => found.GetProperty("message").GetString()).ShouldBeEmpty();
    }

    private static string Write(TemporaryFolder folder, ArchiveRecipe recipe, ResponseForm form)
    {
        string path = folder.File($"{form}.json");
        using FileStream file = File.Create(path);
        new ResponseOutput(new GenerateOptions { Recipe = recipe, Output = path, Workers = 1 }, form, null).Write(file);
        return path;
    }

    private static (int State, int Chain) Lists(string path)
    {
        using JsonDocument answer = JsonDocument.Parse(File.ReadAllBytes(path));
        return (answer.RootElement.GetProperty("state").GetArrayLength(), answer.RootElement.GetProperty("auth_chain").GetArrayLength());
    }

    private static (int State, int Chain) Counts(JsonElement cost) => (cost.GetProperty("stateEvents").GetInt32(), cost.GetProperty("authChainEvents").GetInt32());

    private static JsonElement Report(params string[] words)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, In = () => Stream.Null, WorkingDirectory = Path.GetTempPath() };
        Application.Run(words, terminal, TestContext.Current.CancellationToken);
        error.ToString().ShouldBeEmpty();
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }
}
