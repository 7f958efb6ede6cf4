namespace Conformance.Profiles.Federation.Rules;

/// <summary>Auth chains are whole.</summary>
internal sealed class FED023 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED023);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        EventList? chain = visit.Answer.Of(PduRole.AuthChain);
        EventList? state = visit.Answer.Of(PduRole.State);
        if (!visit.IsWhole(chain) || (state is not null && !visit.IsWhole(state)))
        {
            return;
        }

        EventSet there = AuthChains.In(visit.Room!, chain, state);
        var missing = new List<int>();
        foreach (int index in AuthChains.Of(visit.Room!, AuthChains.Heads(visit).Concat(there)))
        {
            if (!there.Contains(index))
            {
                missing.Add(index);
            }
        }

        if (missing.Count > 0)
        {
            missing.Sort(visit.Room!.CompareIds);
            visit.Report(Id, ("missing", missing.Count), ("examples", visit.IdsOf(missing)));
        }
    }
}
