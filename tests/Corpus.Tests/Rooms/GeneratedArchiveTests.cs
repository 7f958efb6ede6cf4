using System.Globalization;
using System.Reflection;
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

    // Fails when the bytes change, on purpose or between machines. A new digest of the whole of tiny belongs into docs/guides/generate.md, too.
    [Theory]
    [InlineData("tiny", 1, "d391a4c9e89b956dbdf43d85214c70d624d0cf26b2e63847388fd242ac3ee8d4")]
    [InlineData("family-server", 1, "5b969f198684e468cacc14068c3d273d2f83b5b34844f0fa4c0f46bc9ff468e6")]
    [InlineData("community", 10, "0e5e42da50c42e631484b0f2212e42af3955b1a30a14c5eb1d31eb1bb3030ed2")]
    [InlineData("matrix-hq-2020", 1, "5788e948ffd2e725045075e4d8a32cf34af2e9ce10923f8d0e0dc2a5eaa6facb")]
    [InlineData("matrix-hq-2022", 100, "5267fa100d55076005aa28d4df527998899f0eb103ff55dcf5cca2e1dec798d1")]
    [InlineData("huge-state", 1000, "7286940c1afa09f8ba1ba7be5ad97c48f1e39a6d3fe4834d60a5e45785e9a1dc")]
    [InlineData("deep-auth", 20, "3a851dc1e6e694f21225221aa966e8385d51a1752d53d3623b2e851459b7adb5")]
    [InlineData("braid", 10, "a537b76286c1ea2098cfeb21268d750b4d51bea35622b84d47c6f73a46577c2d")]
    [InlineData("duplicate-keys", 1, "99c4d2c0f2ddd9a05ed0868d7bb995b5247050ded684fa211afe38e3e55183b8")]
    public void Write_Preset_BytesOfEveryMachine(string preset, long denominator, string digest)
    {
        SkipWithoutEd25519();
        using var folder = new TemporaryFolder();
        string file = folder.File("any.tar.gz");

        ArchiveOutput.Write(new GenerateOptions { Recipe = Presets.Find(preset)!.Scaled(1, denominator), Output = file });

        HashOf(file).ShouldBe(digest);
    }

    [Fact]
    public void Write_Presets_AllHaveADigest() => Presets.All.Select(preset => preset.Name).ShouldBe(
        typeof(GeneratedArchiveTests).GetMethod(nameof(Write_Preset_BytesOfEveryMachine))!.GetCustomAttributes<InlineDataAttribute>().Select(data => data.Data[0]));

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static void SkipWithoutEd25519() => Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
}
