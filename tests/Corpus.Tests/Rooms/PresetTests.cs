using System.Collections;
using Conformance.Generator.Rooms;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Conformance.Generator.Rooms.Simulation;
using Conformance.Signatures.Cryptography;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Rooms;

/// <summary>The figures that presets are named for, as they are quoted of real rooms.</summary>
public class PresetTests
{
    [Fact]
    public void MatrixHq2020_Room_StateOf28188EventsMostlyMembers()
    {
        RoomSurvey survey = Survey("matrix-hq-2020");

        int members = survey.Members().Count();
        (members + survey.OtherState().Count()).ShouldBe(28_188);
        Math.Round(100.0 * members / 28_188, 1).ShouldBe(99.4);
        Count(survey, Membership.Join).ShouldBe(18_503);
        Count(survey, Membership.Leave).ShouldBe(9_171);
        Count(survey, Membership.Ban).ShouldBe(234);
        Count(survey, Membership.Invite).ShouldBe(111);
        ShouldBeAs(survey, (Membership.Join, 24_269), (Membership.Leave, 12_029), (Membership.Ban, 307), (Membership.Invite, 145));
    }

    [Fact]
    public void MatrixHq2022_Room_206479EventsAllNeededForAJoin()
    {
        RoomSurvey survey = Survey("matrix-hq-2022");

        survey.Count.ShouldBe(206_479);
        survey.OtherState().Count().ShouldBe(44);
        survey.Members().Count().ShouldBe(85_000 - 44);
        ShouldBeAs(survey, (Membership.Join, 26_287), (Membership.Leave, 26_251), (Membership.Ban, 1_458));
        int[] state = [.. survey.OtherState(), .. survey.EventsOf(survey.Members())];
        BitArray answer = survey.ChainsOf(state);
        foreach (int number in state)
        {
            answer[number] = true;
        }

        Enumerable.Range(0, survey.Count).Count(number => answer[number]).ShouldBe(206_479);
        int servers = survey.Servers(World("matrix-hq-2022", 1)).Count();
        servers.ShouldBeInRange(2_200, 2_462);
    }

    // Review of MSC2775: 54,194 state events, of which 2,462 memberships would be enough to have one of each server.
    [Fact]
    public void MatrixHq2020_GrownTo54194StateEvents_OneMemberOfEachServerIsAFewPercent()
    {
        RoomRecipe hq = Presets.Find("matrix-hq-2020")!.Rooms[0];
        double growth = (54_194 - (28_188 - hq.Members)) / (double)hq.Members;
        ArchiveRecipe grown = Presets.Find("matrix-hq-2020")! with
        {
            Rooms = [hq with { Joined = (int)(hq.Joined * growth), Left = (int)(hq.Left * growth), Banned = (int)(hq.Banned * growth), Invited = (int)(hq.Invited * growth) }],
        };
        var world = new World(grown, 1);
        var survey = new RoomSurvey();
        survey.Run(world.Rooms(_ => survey)[0]);

        (survey.Members().Count() + survey.OtherState().Count()).ShouldBeInRange(54_190, 54_198);
        survey.Servers(world).Count().ShouldBeInRange(2_200, 2_462);
    }

    // Review of MSC2775: 28,188 events made 24 MB of answer, 850 bytes each; 144,000 made 115 MB, 800 bytes each.
    [Fact]
    public void MatrixHq2020_AnswerToAJoin_BytesOfAnEventAsInTheRealOne()
    {
        Assert.SkipWhen(Ed25519Libraries.Default is null, Ed25519Libraries.Advice);
        using var answer = new MemoryStream();
        ArchiveRecipe recipe = Presets.Find("matrix-hq-2020")!.Scaled(1, 20);

        GenerateResult made = new ResponseOutput(new GenerateOptions { Recipe = recipe, Output = "-" }, ResponseForm.SendJoin, 0).Write(answer);

        (answer.Length / (double)made.Events).ShouldBeInRange(600, 850);
    }

    [Fact]
    public void HugeState_Recipe_MillionMembers()
    {
        Presets.Find("huge-state")!.Rooms.ShouldHaveSingleItem().Joined.ShouldBe(1_000_000);
        Count(Survey("huge-state", 100), Membership.Join).ShouldBe(10_000);
    }

    [Fact]
    public void DeepAuth_Rooms_ChainsOfThousands()
    {
        // The rooms are of doors, of power levels and of names: the last event of each has all of them in its auth chain.
        foreach ((int room, int depth) in (ReadOnlySpan<(int, int)>)[(0, 4_000), (4, 4_000), (7, 2_000)])
        {
            RoomSurvey survey = Survey("deep-auth", 1, room);
            survey.EventsOf(survey.Members()).Concat(survey.OtherState()).Max(number => survey.ChainsOf([number]).Cast<bool>().Count(isIn => isIn)).ShouldBeGreaterThan(depth);
        }
    }

    [Fact]
    public void Braid_Rooms_AsWideAsAnEventMayFollow()
    {
        RoomTruth truth = Survey("braid").Room.Truth;

        truth.WidestFork.ShouldBe(20);
        truth.Forks.ShouldBeGreaterThan(30);
        truth.Conflicts.Count.ShouldBe(30);
        truth.Conflicts.Select(conflict => conflict.Type).Distinct().ShouldBe(["m.room.member", "m.room.power_levels", "m.room.topic"], ignoreOrder: true);
    }

    [Fact]
    public void Tiny_Rooms_OfAllVersionsAndMemberships()
    {
        IReadOnlyList<RoomSimulation> rooms = World("tiny", 1).Rooms(_ => new RoomSurvey());

        rooms.Select(room => room.Version.Id).ShouldBe(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
        foreach (int room in (ReadOnlySpan<int>)[0, 11])
        {
            RoomSurvey survey = Survey("tiny", 1, room);
            Count(survey, Membership.Join).ShouldBe(5);
            Count(survey, Membership.Leave).ShouldBe(2);
            Count(survey, Membership.Ban).ShouldBe(1);
            (Count(survey, Membership.Invite) + Count(survey, Membership.Knock)).ShouldBe(2);
        }
    }

    private static World World(string preset, long denominator) => new(Presets.Find(preset)!.Scaled(1, denominator), 1);

    private static RoomSurvey Survey(string preset, long denominator = 1, int number = 0)
    {
        var survey = new RoomSurvey();
        survey.Run(World(preset, denominator).Rooms(n => n == number ? survey : new RoomSurvey())[number]);
        return survey;
    }

    private static int Count(RoomSurvey survey, Membership membership) =>
        survey.Members().Count(member => member != survey.Room.Joiner && survey.Room.MembershipOf(member) == membership);

    /// <summary>Memberships in proportions that were counted in a real room, within a hundredth.</summary>
    private static void ShouldBeAs(RoomSurvey survey, params ReadOnlySpan<(Membership Membership, int Real)> counts)
    {
        double real = 0;
        foreach ((_, int count) in counts)
        {
            real += count;
        }

        foreach ((Membership membership, int count) in counts)
        {
            (Count(survey, membership) / (double)survey.Members().Count()).ShouldBe(count / real, 0.01 * count / real, membership.ToString());
        }
    }
}
