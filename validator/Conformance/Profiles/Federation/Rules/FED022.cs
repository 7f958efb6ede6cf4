namespace Conformance.Profiles.Federation.Rules;

/// <summary>An event stands once in a list.</summary>
internal sealed class FED022 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED022);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Room is not { } room)
        {
            return;
        }

        foreach (EventList list in visit.Answer.Lists)
        {
            var first = new Dictionary<int, long>();
            foreach (ListedEvent listed in list.Events)
            {
                if (listed.Index >= 0 && !first.TryAdd(listed.Index, listed.Position))
                {
                    visit.ReportAt(Id, visit.Answer, list, listed, ("event", room.IdOf(listed.Index)), ("list", list.Slot.Name), ("position", first[listed.Index]));
                }
            }
        }
    }
}
