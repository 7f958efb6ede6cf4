using Conformance.Generator.Encoding;
using Conformance.Generator.Rooms.Recipes;

namespace Conformance.Corpus.Tests.Rooms;

/// <summary>A recipe in which everything can happen, and which a seed determines.</summary>
internal static class AnyRecipe
{
    private static readonly string[] Versions = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

    public static ArchiveRecipe Of(ulong seed)
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
                PowerLevelForm = (PowerLevelForm)random.Below(6),
                PowerLevelChanges = random.Below(8),
                Moderators = random.Below(4),
                JoinRuleChanges = random.Below(3),
                AdditionalCreators = random.Below(3),
                Federates = random.Below(5) != 0,
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
}
