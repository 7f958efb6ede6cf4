namespace Conformance.Profiles.Federation.Rules;

/// <summary>Backfill begins with the events that were named.</summary>
internal sealed class FED039 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED039);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("backfill") || visit.Answer.Of(PduRole.History) is not { Events.Count: > 0 } list || !visit.IsWhole(list))
        {
            return;
        }

        HashSet<string> there = [.. list.Events.Select(listed => visit.Room!.IdOf(listed.Index))];
        List<string> missing = [.. visit.Exchange.AllAsked("v").Where(id => !there.Contains(id))];
        if (missing.Count > 0 && (visit.Exchange.AskedNumber("limit") is not { } limit || list.Events.Count < limit))
        {
            visit.Report(Id, ("missing", missing.Count), ("example", missing[0]));
        }
    }
}
