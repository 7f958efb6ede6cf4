using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>State that an answer to send_join lacks, as its own auth chain shows.</summary>
internal static class MissingState
{
    /// <summary>Reports state that the auth chain has set, and that the state has neither so nor otherwise.</summary>
    /// <param name="visit">The answer.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="members">Whether to look for memberships, or for all other state.</param>
    public static void Report(FederationVisit visit, string rule, bool members)
    {
        EventList? chain = visit.Answer.Of(PduRole.AuthChain);
        EventList? state = visit.Answer.Of(PduRole.State);
        if (!visit.IsWhole(chain) || !visit.IsWhole(state))
        {
            return;
        }

        // Nothing ever leaves a room's state: what was set once has a successor, at least.
        RoomEvents room = visit.Room!;
        bool[] isSet = new bool[room.Slots.Count];
        foreach (ListedEvent listed in state!.Events)
        {
            if (room.SlotOf(listed.Index) >= 0)
            {
                isSet[room.SlotOf(listed.Index)] = true;
            }
        }

        var missing = new List<int>();
        foreach (ListedEvent listed in chain!.Events)
        {
            bool isMember = room.TypeOf(listed.Index) == room.Known.Member;
            if (room.IsUsable(listed.Index) && room.SlotOf(listed.Index) is >= 0 and int slot && isMember == members && !isSet[slot])
            {
                isSet[slot] = true;
                missing.Add(listed.Index);
            }
        }

        if (missing.Count > 0)
        {
            int first = missing[0];
            visit.Report(
                rule,
                ("missing", missing.Count),
                ("type", visit.TextOf(room.TypeOf(first))),
                ("stateKey", visit.TextOf(room.StateKeyOf(first))),
                ("event", room.IdOf(first)));
        }
    }
}
