namespace Conformance.Profiles.Federation.Rules;

/// <summary>An auth chain holds nothing else.</summary>
internal sealed class FED024 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED024);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? chain = visit.Answer.Of(PduRole.AuthChain);
        EventList? state = visit.Answer.Of(PduRole.State);
        if (state is null || !visit.IsWhole(chain) || !visit.IsWhole(state))
        {
            return;
        }

        // From room version 12 on no event names the create event, though it is part of every chain.
        EventSet reached = AuthChains.Of(visit.Room!, AuthChains.Heads(visit));
        List<int> strangers = [.. AuthChains.In(visit.Room!, chain).Where(index => !reached.Contains(index) && index != visit.Room!.RoomCreate && visit.Room!.IsUsable(index))];
        if (strangers.Count > 0)
        {
            strangers.Sort(visit.Room!.CompareIds);
            visit.Report(Id, ("strangers", strangers.Count), ("examples", visit.IdsOf(strangers)));
        }
    }
}
