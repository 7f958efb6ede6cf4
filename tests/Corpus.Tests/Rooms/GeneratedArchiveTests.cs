using System.Globalization;
using System.Security.Cryptography;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Rooms;

public class GeneratedArchiveTests
{
    /// <summary>How many seeds: some hundred, or what the environment says (1,000 before a release).</summary>
    private static int Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("CONFORMANCE_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int seeds) ? seeds : 200;

    [Theory]
    [InlineData("tiny", 1)]
    [InlineData("family-server", 2)]
    [InlineData("community", 20)]
    [InlineData("matrix-hq-2020", 200)]
    [InlineData("matrix-hq-2022", 2000)]
    [InlineData("huge-state", 10000)]
    [InlineData("deep-auth", 50)]
    [InlineData("braid", 10)]
    public void Validate_PresetScaledDown_NothingButRemarks(string preset, long denominator)
    {
        SkipWithoutEd25519();
        using var folder = new TemporaryFolder();
        for (ulong seed = 1; seed <= 3; seed++)
        {
            Judged.ShouldBeValid(folder, $"{preset}-{seed}", Presets.Find(preset)!.Scaled(1, denominator), seed);
        }
    }

    [Fact]
    public void Validate_AnyRecipe_NothingButRemarks()
    {
        SkipWithoutEd25519();
        using var folder = new TemporaryFolder();
        Parallel.For(1, Seeds + 1, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, seed =>
            Judged.ShouldBeValid(folder, $"any-{seed}", AnyRecipe.Of((ulong)seed), (ulong)seed));
    }

    [Theory]
    [InlineData(".tar")]
    [InlineData(".tar.gz")]
    [InlineData(".zip")]
    public void Write_SameSeed_SameBytes(string ending)
    {
        SkipWithoutEd25519();
        using var folder = new TemporaryFolder();
        ArchiveRecipe recipe = Presets.Find("tiny")!;
        foreach ((string name, ulong seed, int workers) in (ReadOnlySpan<(string, ulong, int)>)[("a", 1, 1), ("b", 1, 5), ("c", 2, 1)])
        {
            ArchiveOutput.Write(new GenerateOptions { Recipe = recipe, Seed = seed, Output = folder.File(name + ending), Workers = workers });
        }

        string first = HashOf(folder.File("a" + ending));
        first.ShouldBe(HashOf(folder.File("b" + ending)));
        first.ShouldNotBe(HashOf(folder.File("c" + ending)));
    }

    // Fails when the bytes change, on purpose or between machines. A new digest belongs into docs/guides/generate.md, too.
    [Fact]
    public void Write_Tiny_BytesThatTheGuideShows()
    {
        SkipWithoutEd25519();
        using var folder = new TemporaryFolder();
        string file = folder.File("tiny.tar.gz");

        ArchiveOutput.Write(new GenerateOptions { Recipe = Presets.Find("tiny")!, Output = file });

        HashOf(file).ShouldBe("cfafab6c6fd4cb6206ebbcbc1c0f41ae66bee475d5f6e2df006d9d37818032e7");
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static void SkipWithoutEd25519() => Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
}
