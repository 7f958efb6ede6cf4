namespace Conformance.Profiles.Federation.Rules;

/// <summary>A state holds state events only.</summary>
internal sealed class FED021 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED021);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? state = visit.Answer.Of(PduRole.State);
        if (state is null || visit.Room is not { } room)
        {
            return;
        }

        foreach (ListedEvent listed in state.Events)
        {
            if (listed.Index >= 0 && room.IsUsable(listed.Index) && room.SlotOf(listed.Index) < 0)
            {
                visit.ReportAt(Id, visit.Answer, state, listed, ("type", visit.TextOf(room.TypeOf(listed.Index))));
            }
        }
    }
}
