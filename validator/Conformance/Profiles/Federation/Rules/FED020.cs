namespace Conformance.Profiles.Federation.Rules;

/// <summary>A state has one event for each type and state key.</summary>
internal sealed class FED020 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED020);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? state = visit.Answer.Of(PduRole.State);
        if (state is null || visit.Room is not { } room)
        {
            return;
        }

        int[] first = new int[room.Slots.Count];
        Array.Fill(first, -1);
        foreach (ListedEvent listed in state.Events)
        {
            int slot = listed.Index < 0 || !room.IsUsable(listed.Index) ? -1 : room.SlotOf(listed.Index);
            if (slot >= 0 && first[slot] < 0)
            {
                first[slot] = listed.Index;
            }
            else if (slot >= 0 && first[slot] != listed.Index)
            {
                visit.ReportAt(
                    Id,
                    visit.Answer,
                    state,
                    listed,
                    ("type", visit.TextOf(room.TypeOf(listed.Index))),
                    ("stateKey", visit.TextOf(room.StateKeyOf(listed.Index))),
                    ("other", room.IdOf(first[slot])));
            }
        }
    }
}
