using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Without leave to leave them out, events of the state that are in auth chains are repeated in auth_chain.</summary>
internal sealed class PST003 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST003);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? chain = visit.Answer.Of(PduRole.AuthChain);
        EventList? state = visit.Answer.Of(PduRole.State);
        if (visit.Profile == StateProfile.Msc2775 || !visit.Is("send_join") || !visit.Exchange.HasRequest || PartialAnswer.WasAskedFor(visit.Exchange) || !visit.IsWhole(chain) || !visit.IsWhole(state))
        {
            return;
        }

        EventSet repeated = AuthChains.In(visit.Room!, chain);
        EventSet known = AuthChains.In(visit.Room!, state);
        List<int> elided = [.. AuthChains.Of(visit.Room!, AuthChains.Heads(visit)).Where(index => known.Contains(index) && !repeated.Contains(index))];
        if (elided.Count > 0)
        {
            elided.Sort(visit.Room!.CompareIds);
            visit.Report(Id, ("events", elided.Count), ("examples", visit.IdsOf(elided)));
        }
    }
}
