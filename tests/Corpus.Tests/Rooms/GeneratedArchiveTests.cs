using System.Globalization;
using System.Security.Cryptography;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Encoding;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Rooms;

public class GeneratedArchiveTests
{
    private static readonly string[] Versions = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

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
            Judged.ShouldBeValid(folder, $"any-{seed}", AnyRecipe((ulong)seed), (ulong)seed));
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

    /// <summary>A recipe in which everything can happen, and which a seed determines.</summary>
    private static ArchiveRecipe AnyRecipe(ulong seed)
    {
        var random = new SeededRandom(seed);
        var rooms = new List<RoomRecipe>();
        for (int i = 0; i < 3; i++)
        {
            int joined = 2 + random.Below(12);
            rooms.Add(new RoomRecipe
            {
                Name = random.Below(3) == 0 ? "" : "Any",
                Versions = [random.Pick(Versions)],
                JoinRule = random.Pick(["public", "public", "invite", "knock", "restricted", "knock_restricted"]),
                Joined = joined,
                Left = random.Below(8),
                Banned = random.Below(5),
                Invited = random.Below(3),
                Knocked = random.Below(3),
                Unbanned = random.Below(3),
                InvitedFirstPerMille = random.Below(600),
                KickedPerMille = random.Below(1000),
                ThirdPartyInvites = random.Below(3),
                ChurnMembers = random.Below(3),
                ChurnTimes = random.Below(8),
                Messages = random.Below(80),
                ProfileChanges = random.Below(30),
                TopicChanges = random.Below(6),
                ExtraState = random.Below(5),
                ExtraStateChanges = random.Below(8),
                PowerLevelForm = (PowerLevelForm)random.Below(4),
                PowerLevelChanges = random.Below(8),
                Moderators = random.Below(4),
                JoinRuleChanges = random.Below(3),
                Encrypted = random.Below(4) == 0,
                Redactions = random.Below(10),
                RedactedCopies = random.Below(2) == 0,
                Aliases = random.Below(3),
                ForkPerMille = random.Below(3) * 250,
                ForkWidth = 2 + random.Below(19),
                ForkLength = 1 + random.Below(4),
                Conflicts = random.Below(6),
                HugeMessages = random.Below(20) == 0 ? 1 : 0,
                UpgradeTo = random.Below(4) == 0 ? random.Pick(Versions) : null,
            });
        }

        rooms.Add(new RoomRecipe { Kind = RoomKind.Direct, JoinRule = "invite", Versions = [random.Pick(Versions)], PowerLevelChanges = 1, Messages = 5 });
        rooms.Add(new RoomRecipe { Kind = RoomKind.Space, Name = "All", Versions = [random.Pick(Versions)], Joined = 3 });
        return new ArchiveRecipe { Servers = 1 + random.Below(9), LocalPerMille = random.Below(2) == 0 ? null : 300, Rooms = rooms };
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static void SkipWithoutEd25519() => Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
}
