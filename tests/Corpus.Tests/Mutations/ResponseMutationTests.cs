using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Catalogue;
using Conformance.Cli.Commands;
using Conformance.Corpus.Tests.Rooms;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Events;
using Conformance.Generator.Mutations;
using Conformance.Generator.Mutations.Inputs;
using Conformance.Generator.Mutations.Output;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Conformance.Policy;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Validation;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Mutations;

/// <summary>
/// Puts every fault of answers to joins into captures of random valid joins, full and partial, and lets the validator judge: it must name the rule where the mutation says, and no
/// other error. <c>CONFORMANCE_SEEDS</c> says of how many archives the rooms are, <c>CONFORMANCE_RULES</c> which rules or areas.
/// </summary>
public class ResponseMutationTests
{
    private static int Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("CONFORMANCE_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int seeds) ? Math.Max(12, seeds) : 12;

    private static IEnumerable<IMutation> Chosen
    {
        get
        {
            string[] words = (Environment.GetEnvironmentVariable("CONFORMANCE_RULES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
            return AllMutations.Create().Values.Where(mutation => mutation.Inputs == MutationInputs.Response && (words.Length == 0 || words.Any(word => mutation.Rule.StartsWith(word, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void TryApply_RandomJoins_RuleIsNamedAndNoOtherError()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        IMutation[] mutations = [.. Chosen];
        var problems = new ConcurrentQueue<string>();
        var made = new ConcurrentDictionary<string, int>();
        var refused = new ConcurrentDictionary<string, string>();
        int inputs = 0;
        Parallel.For(1, Seeds + 1, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, seed =>
        {
            using var folder = new TemporaryFolder();
            foreach (ResponseForm form in (ResponseForm[])[ResponseForm.SendJoin, ResponseForm.SendJoinPartial])
            {
                Interlocked.Increment(ref inputs);
                foreach ((string rule, MutationResult result, MutationCheckResult? check) in MakeAll(folder, (ulong)seed, form, mutations))
                {
                    if (check is null)
                    {
                        refused[rule] = result.Impossible!;
                        continue;
                    }

                    made.AddOrUpdate(rule, 1, (_, count) => count + 1);
                    if (!check.IsGood)
                    {
                        problems.Enqueue($"{rule}, seed {seed}, {form}: {(check.IsNamed ? "" : "not named; ")}{check.Verdict}; {result.Change}; {result.Where}\n    {string.Join("\n    ", check.Unexpected)}");
                    }
                }
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{made.Values.Sum()} mutations of {made.Count} rules in {inputs} answers; fewest: {string.Join(", ", made.OrderBy(pair => pair.Value).Take(20).Select(pair => $"{pair.Key} {pair.Value}"))}");
        problems.ShouldBeEmpty(string.Join("\n", problems.Order(StringComparer.Ordinal)));
        mutations.Select(mutation => mutation.Rule).Where(rule => !made.ContainsKey(rule)).Select(rule => $"{rule}: {refused.GetValueOrDefault(rule)}").ShouldBeEmpty();
    }

    private static IEnumerable<(string Rule, MutationResult Result, MutationCheckResult? Check)> MakeAll(TemporaryFolder folder, ulong seed, ResponseForm form, IMutation[] mutations)
    {
        string input = folder.File($"{form}.json");
        string keys = folder.File("keys.json");
        ArchiveRecipe any = AnyRecipe.Of(seed);
        ArchiveRecipe recipe = any with { Rooms = [.. any.Rooms.Select(made => made with { Federates = true })] };
        int room = (int)(seed % 3);
        using (FileStream file = File.Create(input))
        {
            new ResponseOutput(new GenerateOptions { Recipe = recipe, Seed = seed, Output = input, KeysFile = keys, Workers = 1 }, form, room).Write(file);
        }

        byte[] capture = Capture(JsonNode.Parse(File.ReadAllBytes(input))!.AsObject());
        File.WriteAllBytes(input, capture);
        var secret = new SecretKeys();
        secret.AddGenerated(seed);
        using var mutable = new ResponseInput(capture, null, null, secret);
        var check = new MutationCheck(OptionsWith(keys), null, CancellationToken.None);
        ValidationReport report = check.CheckInput(input).Report!;
        report.Findings.Where(found => found.Severity == Findings.Severity.Error).Select(found => found.Message).ShouldBeEmpty($"seed {seed}, {form}");
        foreach (IMutation mutation in mutations)
        {
            string output = folder.File($"{form}-{mutation.Rule}{mutable.Ending}");
            MutationResult result = mutable.Make(mutation, seed, output);
            yield return (mutation.Rule, result, result.Impossible is null ? check.Check(output, mutation.Rule, result) : null);
            File.Delete(output);
        }
    }

    /// <summary>An answer with the request that it is one to.</summary>
    private static byte[] Capture(JsonObject answer)
    {
        JsonObject join = answer["event"]!.AsObject();
        JsonObject? create = answer["state"]!.AsArray().OfType<JsonObject>().First(pdu => pdu["type"]!.ToString() == "m.room.create");
        RoomVersion version = RoomVersion.Of(create["content"]!["room_version"]?.ToString() ?? "1");
        string path = $"/_matrix/federation/v2/send_join/{Uri.EscapeDataString(join["room_id"]!.ToString())}/{Uri.EscapeDataString(EventHashes.Id(join, version))}";
        string joiner = RoomBuilder.ServerOf(join["sender"]!.ToString());
        var capture = new JsonObject
        {
            ["request"] = new JsonObject
            {
                ["method"] = "PUT",
                ["path"] = path + (answer["members_omitted"]!.GetValue<bool>() ? "?omit_members=true" : ""),
                ["headers"] = new JsonObject { ["Authorization"] = $"X-Matrix origin=\"{joiner}\",destination=\"{answer["origin"]}\",key=\"ed25519:a\",sig=\"x\"" },
                ["body"] = join.DeepClone(),
            },
            ["response"] = new JsonObject { ["status"] = 200, ["headers"] = new JsonObject { ["Content-Type"] = "application/json" }, ["body"] = answer.DeepClone() },
        };
        return System.Text.Encoding.UTF8.GetBytes(capture.ToJsonString());
    }

    private static ValidationOptions OptionsWith(string keys) => new()
    {
        Policy = ValidationPolicy.Of(Profile.Find(Profile.DefaultName)!, RuleCatalogue.Default, TimeProvider.System),
        Keys = TrustedKeys.None.With(File.ReadAllBytes(keys), "keys.json", out _)!,
        Jobs = 1,
    };
}
