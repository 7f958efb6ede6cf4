using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>State that is not about members is whole, also when members are left out.</summary>
internal sealed class PST004 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST004);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? chain = visit.Answer.Of(PduRole.AuthChain);
        EventList? state = visit.Answer.Of(PduRole.State);
        if (!visit.IsAnyOf("send_join", "send_join/v1") || !(PartialAnswer.IsPartial(visit)) || !visit.IsWhole(chain) || !visit.IsWhole(state))
        {
            return;
        }

        // Nothing ever leaves a room's state: what was set once has a successor, at least.
        RoomEvents room = visit.Room!;
        HashSet<int> slots = [.. state!.Events.Select(listed => room.SlotOf(listed.Index))];
        var missing = new List<int>();
        foreach (ListedEvent listed in chain!.Events)
        {
            int type = room.TypeOf(listed.Index);
            if (room.IsUsable(listed.Index) && room.SlotOf(listed.Index) >= 0 && type != room.Known.Member && slots.Add(room.SlotOf(listed.Index)))
            {
                missing.Add(listed.Index);
            }
        }

        if (missing.Count > 0)
        {
            int first = missing[0];
            visit.Report(
                Id,
                ("missing", missing.Count),
                ("type", visit.TextOf(room.TypeOf(first))),
                ("stateKey", visit.TextOf(room.StateKeyOf(first))),
                ("event", room.IdOf(first)));
        }
    }
}
