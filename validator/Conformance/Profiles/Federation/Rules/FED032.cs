using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Backfill leads backwards from what was asked for.</summary>
internal sealed class FED032 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED032);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        List<string> asked = [.. visit.Exchange.AllAsked("v")];
        if (!visit.Is("backfill") || asked.Count == 0 || visit.Answer.Of(PduRole.History) is not { } list || !visit.IsWhole(list))
        {
            return;
        }

        RoomEvents room = visit.Room!;
        var reached = new HashSet<int>();
        var left = new Stack<int>();
        bool areAllThere = true;
        foreach (string id in asked)
        {
            int index = room.Find(System.Text.Encoding.UTF8.GetBytes(id));
            areAllThere &= index >= 0 && room.IsUsable(index);
            left.Push(index);
        }

        // What an event follows that isn't in the answer isn't known, so nothing can be said about what may be behind it.
        while (areAllThere && left.TryPop(out int index))
        {
            if (reached.Add(index) && room.IsUsable(index))
            {
                foreach (int prev in room.PrevEvents(index))
                {
                    left.Push(prev);
                }
            }
        }

        foreach (ListedEvent listed in list.Events)
        {
            if (areAllThere && !reached.Contains(listed.Index))
            {
                visit.ReportAt(Id, visit.Answer, list, listed, ("event", room.IdOf(listed.Index)));
            }
        }
    }
}
