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
            long[] first = new long[room.Count];
            Array.Fill(first, -1);
            foreach (ListedEvent listed in list.Events)
            {
                if (listed.Index >= 0 && first[listed.Index] < 0)
                {
                    first[listed.Index] = listed.Position;
                }
                else if (listed.Index >= 0)
                {
                    visit.ReportAt(Id, visit.Answer, list, listed, ("event", room.IdOf(listed.Index)), ("list", list.Slot.Name), ("position", first[listed.Index]));
                }
            }
        }
    }
}
