using System.Collections.Concurrent;
using System.Globalization;
using Conformance.Catalogue;
using Conformance.Cli.Commands;
using Conformance.Corpus.Tests.Rooms;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Mutations;
using Conformance.Generator.Mutations.Inputs;
using Conformance.Generator.Mutations.Output;
using Conformance.Generator.Rooms.Output;
using Conformance.Policy;
using Conformance.Signatures.Cryptography;
using Conformance.Signatures.Keys;
using Conformance.Validation;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Mutations;

/// <summary>
/// Puts every fault into random valid archives, and lets the validator judge: it must name the rule where the mutation says, and no other error.
/// <c>CONFORMANCE_SEEDS</c> says how many archives, <c>CONFORMANCE_RULES</c> which rules or areas: <c>EVT,HSH002</c>.
/// </summary>
public class MutationTests
{
    /// <summary>Mutations that random archives never allow, and the test that makes each.</summary>
    private static readonly string[] MadeElsewhere = ["E2E001"];

    /// <summary>Mutations that make files of many megabytes: in one archive only, unless seeds were asked for.</summary>
    private static readonly string[] Heavy = ["CBR028", "CBR029", "JSN022", "LIM020", "LIM025"];

    private static readonly ArchiveForm[] Forms = [ArchiveForm.TarGz, ArchiveForm.Zip, ArchiveForm.Tar, ArchiveForm.Directory];

    private static bool AreSeedsAsked => Environment.GetEnvironmentVariable("CONFORMANCE_SEEDS") is { Length: > 0 };

    private static int Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("CONFORMANCE_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int seeds) ? Math.Max(4, seeds) : 4;

    private static IEnumerable<IMutation> Chosen
    {
        get
        {
            string[] words = (Environment.GetEnvironmentVariable("CONFORMANCE_RULES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
            return AllMutations.Create().Values.Where(mutation => words.Length == 0 || words.Any(word => mutation.Rule.StartsWith(word, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void TryApply_RandomArchives_RuleIsNamedAndNoOtherError()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        IMutation[] mutations = [.. Chosen.Where(mutation => mutation.Inputs.HasFlag(MutationInputs.Archive))];
        var problems = new ConcurrentQueue<string>();
        var made = new ConcurrentDictionary<string, int>();
        var refused = new ConcurrentDictionary<string, string>();
        Parallel.For(1, Seeds + 1, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, seed =>
        {
            using var folder = new TemporaryFolder();
            foreach ((string rule, MutationResult result, MutationCheckResult? check) in MakeAll(folder, (ulong)seed, mutations))
            {
                if (check is null)
                {
                    refused[rule] = result.Impossible!;
                    continue;
                }

                made.AddOrUpdate(rule, 1, (_, count) => count + 1);
                if (!check.IsGood)
                {
                    problems.Enqueue($"{rule}, seed {seed}: {(check.IsNamed ? "" : "not named; ")}{check.Verdict}; {result.Change}; {result.Where}\n    {string.Join("\n    ", check.Unexpected)}");
                }
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{made.Values.Sum()} mutations of {made.Count} rules in {Seeds} archives; fewest: {string.Join(", ", made.OrderBy(pair => pair.Value).Take(20).Select(pair => $"{pair.Key} {pair.Value}"))}");
        problems.ShouldBeEmpty(string.Join("\n", problems.Order(StringComparer.Ordinal)));
        mutations.Select(mutation => mutation.Rule).Where(rule => !made.ContainsKey(rule)).Select(rule => $"{rule}: {refused.GetValueOrDefault(rule)}")
            .Where(line => !MadeElsewhere.Contains(line[..6])).ShouldBeEmpty();
    }

    [Fact]
    public void Create_EveryRuleOfTheCatalogue_HasAMutationOrAReason()
    {
        SortedDictionary<string, IMutation> mutations = AllMutations.Create();
        SortedDictionary<string, string> reasons = AllMutations.Reasons();

        mutations.Keys.Intersect(reasons.Keys).ShouldBeEmpty();
        mutations.Keys.Concat(reasons.Keys).Except(RuleCatalogue.Default.Rules.Select(rule => rule.Id)).ShouldBeEmpty();
        RuleCatalogue.Default.Rules.Select(rule => rule.Id).Except(mutations.Keys).Except(reasons.Keys).Where(rule => !OpenAreas.Contains(rule[..3])).ShouldBeEmpty();
    }

    /// <summary>Areas whose mutations aren't written yet.</summary>
    private static readonly string[] OpenAreas = ["FED"];

    private static IEnumerable<(string Rule, MutationResult Result, MutationCheckResult? Check)> MakeAll(TemporaryFolder folder, ulong seed, IMutation[] mutations)
    {
        string input = folder.File("input.tar");
        string keys = folder.File("keys.json");
        ArchiveOutput.Write(new GenerateOptions { Recipe = AnyRecipe.Of(seed), Seed = seed, Output = input, KeysFile = keys, Workers = 1, FileSize = 100_000 });
        var secret = new SecretKeys();
        secret.AddGenerated(seed);
        using var mutable = new ArchiveInput(ArchiveSource.Open(input), Forms[seed % 4], secret);
        var check = new MutationCheck(OptionsWith(keys), null, CancellationToken.None);
        check.CheckInput(input).Report!.Verdict.ShouldNotBe(Verdict.Invalid);
        foreach (IMutation mutation in mutations.Where(mutation => seed == 1 || AreSeedsAsked || !Heavy.Contains(mutation.Rule)))
        {
            string output = folder.File(mutation.Rule + mutable.Ending);
            MutationResult result = mutable.Make(mutation, seed, output);
            yield return (mutation.Rule, result, result.Impossible is null ? check.Check(output, mutation.Rule, result) : null);
            if (Directory.Exists(output))
            {
                Directory.Delete(output, recursive: true);
            }
            else
            {
                File.Delete(output);
            }
        }
    }

    private static ValidationOptions OptionsWith(string keys) => new()
    {
        Policy = ValidationPolicy.Of(Profile.Find(Profile.DefaultName)!, RuleCatalogue.Default, TimeProvider.System),
        Keys = TrustedKeys.None.With(File.ReadAllBytes(keys), "keys.json", out _)!,
        Jobs = 1,
    };
}
