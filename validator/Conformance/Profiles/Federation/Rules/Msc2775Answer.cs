using Conformance.Profiles.Federation.PartialState;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What MSC2775 says of answers and their members.</summary>
internal static class Msc2775Answer
{
    /// <summary>Whether an answer is to be held against MSC2775, and says that members were left out.</summary>
    public static bool IsPartial(FederationVisit visit) => visit.Profile == StateProfile.Msc2775 && visit.Is("send_join") && PartialAnswer.IsPartial(visit);

    /// <summary>Whether a membership is a ban or a kick: what somebody else put an end to.</summary>
    public static bool IsThrownOut(RoomEvents room, int index) =>
        room.MembershipOf(index) == Membership.Ban || (room.MembershipOf(index) == Membership.Leave && room.SenderOf(index) != room.StateKeyOf(index));
}
