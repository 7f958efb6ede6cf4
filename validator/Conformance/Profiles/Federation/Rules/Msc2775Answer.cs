using Conformance.Profiles.Federation.PartialState;
using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What MSC2775 says of answers and their members.</summary>
internal static class Msc2775Answer
{
    /// <summary>Whether an answer is to be held against MSC2775, and says that members were left out.</summary>
    public static bool IsPartial(FederationVisit visit) => visit.Profile == StateProfile.Msc2775 && visit.Is("send_join") && PartialAnswer.IsPartial(visit);

    /// <summary>Whether a membership is a ban or a kick. Who takes a ban, an invite or a knock back sets the same membership as who kicks, so that what was before decides.</summary>
    public static bool IsThrownOut(RoomEvents room, int index)
    {
        if (room.MembershipOf(index) != Membership.Leave || room.SenderOf(index) == room.StateKeyOf(index))
        {
            return room.MembershipOf(index) == Membership.Ban;
        }

        foreach (int auth in room.AuthEvents(index))
        {
            if (room.SlotOf(auth) == room.SlotOf(index))
            {
                return room.MembershipOf(auth) == Membership.Join;
            }
        }

        return false;
    }
}
