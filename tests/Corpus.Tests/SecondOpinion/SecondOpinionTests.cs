using Conformance.Corpus.Tests.Rooms;
using Conformance.Generator.Events;
using Conformance.Generator.Rooms.Recipes;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.SecondOpinion;

/// <summary>
/// Generated rooms as Synapse's own code sees them: formats, hashes, IDs, signatures, auth rules, and the state before every event. Synapse, the
/// validator and the generator's truth file must say the same.
/// </summary>
public class SecondOpinionTests
{
    private static readonly string[] Versions = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    [Theory]
    [InlineData("tiny", 1)]
    [InlineData("braid", 6)]
    [InlineData("deep-auth", 50)]
    [InlineData("community", 20)]
    public void Opinions_OfPreset_Agree(string preset, long denominator)
    {
        Opinion.OrSkip();
        using var generated = new Generated(Presets.Find(preset)!.Scaled(1, denominator), seed: 3);

        generated.Disagreements().ShouldBeEmpty();
    }

    [Fact]
    public void Opinions_OfOddities_Agree()
    {
        Opinion.OrSkip();
        using var generated = new Generated(Odd(Versions), seed: 4);

        Opinion opinion = generated.Ask();
        generated.Disagreements().ShouldBeEmpty();
        opinion.Rooms.Select(room => room.Version).ShouldBe(Versions, ignoreOrder: true);
        foreach (RoomOpinion room in opinion.Rooms)
        {
            room.Events.Values.Count(e => !e.IsAccepted).ShouldBe(5);
            room.Events.Values.Count(e => e.IsRedacted == true).ShouldBe(9);
        }
    }

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    [InlineData(104)]
    public void Opinions_OfAnyRecipe_Agree(ulong seed)
    {
        Opinion.OrSkip();
        using var generated = new Generated(AnyRecipe.Of(seed), seed);

        generated.Disagreements().ShouldBeEmpty();
    }

    [Fact]
    public void Archive_AsGenerated_HasNoDisagreement()
    {
        Opinion.OrSkip();
        using var generated = new Generated(Plain("11"), seed: 5);

        generated.Disagreements().ShouldBeEmpty();
    }

    // The check itself: each kind of damage must come to light, and as what it is.
    [Theory]
    [InlineData("1")]
    [InlineData("6")]
    [InlineData("12")]
    public void Content_Changed_IsToldByItsHash(string version)
    {
        Opinion.OrSkip();
        using var generated = new Generated(Plain(version), seed: 5);

        generated.Damage("gmsgtypefm."u8, 1);

        generated.Disagreements().ShouldHaveSingleItem().ShouldEndWith("isn't among the redacted_copies of the truth file");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("6")]
    [InlineData("12")]
    public void Signature_Changed_IsTold(string version)
    {
        Opinion.OrSkip();
        using var generated = new Generated(Plain(version), seed: 5);

        generated.Damage([.. System.Text.Encoding.UTF8.GetBytes(ServerKeys.KeyId), 0x78, 86], 5);

        generated.Disagreements().ShouldHaveSingleItem().ShouldContain(": signatures: ");
    }

    [Fact]
    public void Reference_Changed_IsTold()
    {
        Opinion.OrSkip();
        using var generated = new Generated(Plain("11"), seed: 5);

        generated.Damage([.. "kprev_events"u8, 0x81, 0x78, 44], 5);

        string[] disagreements = [.. generated.Disagreements()];
        disagreements.ShouldContain(d => d.Contains(": references: prev_events names", StringComparison.Ordinal));
        disagreements.ShouldContain(d => d.Contains("only one of us has an event of this ID", StringComparison.Ordinal));
    }

    [Fact]
    public void Truth_ThatHidesRejectedEvents_IsTold()
    {
        Opinion.OrSkip();
        using var generated = new Generated(Odd("10"), seed: 5);

        generated.ChangeTruth(truth => truth.Replace("\"rejected\"", "\"accepted\"", StringComparison.Ordinal));

        generated.Disagreements().Count(d => d.EndsWith("isn't among the rejected of the truth file", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("12")]
    public void State_OfAnotherOutcome_IsTold(string version)
    {
        Opinion.OrSkip();
        ArchiveRecipe braid = Presets.Find("braid")!.Scaled(1, 6);
        using var generated = new Generated(braid with { Rooms = [braid.Rooms[0] with { Count = 1, Versions = [version] }] }, seed: 5);
        IReadOnlyDictionary<string, RoomOpinion> ours = generated.Own();

        // As if another event had won the first conflict.
        string before = generated.Truth.GetProperty("rooms")[0].GetProperty("conflicts")[0].GetProperty("before").GetString()!;
        RoomOpinion room = ours.Values.First();
        var events = room.Events.ToDictionary(e => e.Key, e => e.Key == before ? e.Value with { Before = new string('0', 64) } : e.Value);

        generated.Ask().Disagreements(new Dictionary<string, RoomOpinion>(ours) { [room.RoomId] = room with { Events = events } }, generated.Truth)
            .ShouldHaveSingleItem().ShouldEndWith($"{before}: the state before it is another");
    }

    private static ArchiveRecipe Plain(string version) => new()
    {
        Servers = 3,
        Rooms = [new RoomRecipe { Versions = [version], Joined = 6, Messages = 12, ProfileChanges = 2 }],
    };

    private static ArchiveRecipe Odd(params string[] versions) => new()
    {
        Rooms =
        [
            new RoomRecipe
            {
                Versions = versions, Count = versions.Length, JoinRule = "restricted", Joined = 12, Banned = 8, Left = 4, KickedPerMille = 1000, ThirdPartyInvites = 2,
                Messages = 200, Redactions = 9, RedactedCopies = true, Rejected = 5, SoftFailed = 3, PowerLevelForm = PowerLevelForm.Mixed, PowerLevelChanges = 3,
            },
        ],
    };
}
