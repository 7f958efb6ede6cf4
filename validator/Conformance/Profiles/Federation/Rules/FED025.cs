namespace Conformance.Profiles.Federation.Rules;

/// <summary>A state has a create event.</summary>
internal sealed class FED025 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED025);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? state = visit.Answer.Of(PduRole.State);
        if (!visit.IsWhole(state) || (state!.Events.Count == 0 && !visit.IsAnyOf("send_join", "send_join/v1")))
        {
            return;
        }

        // Before the create event the state is empty; that is a whole answer.
        if (!state.Events.Exists(listed => visit.Room!.SlotOf(listed.Index) == visit.Room.CreateSlot))
        {
            visit.Report(Id, ("list", state.Slot.Name), ("events", state.Events.Count));
        }
    }
}
