using Conformance.Rooms.Store;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Auth chains within an answer.</summary>
internal static class AuthChains
{
    /// <summary>Events whose auth chains an answer has to hold: those of its state, and the join that was sent.</summary>
    public static IEnumerable<int> Heads(FederationVisit visit)
    {
        foreach (ListedEvent listed in visit.Answer.Of(PduRole.State)?.Events ?? [])
        {
            yield return listed.Index;
        }

        if (visit.IsAnyOf("send_join", "send_join/v1"))
        {
            foreach (FederationBody? body in (FederationBody?[])[visit.Answer, visit.Request])
            {
                foreach (ListedEvent listed in body?.Of(PduRole.Event)?.Events ?? [])
                {
                    if (listed.Index >= 0)
                    {
                        yield return listed.Index;
                    }
                }
            }
        }
    }

    /// <summary>All that is reached from some events by what authorises them, these events themselves only when others name them.</summary>
    public static HashSet<int> Of(RoomEvents room, IEnumerable<int> heads)
    {
        var chain = new HashSet<int>();
        var left = new Stack<int>(heads.Distinct());
        var expanded = new HashSet<int>();
        while (left.TryPop(out int index))
        {
            if (!expanded.Add(index) || !room.IsUsable(index))
            {
                continue;
            }

            foreach (int auth in room.AuthEvents(index))
            {
                chain.Add(auth);
                left.Push(auth);
            }
        }

        return chain;
    }

    /// <summary>The events that stand in a list.</summary>
    public static HashSet<int> In(params IEnumerable<EventList?> lists) =>
        [.. lists.OfType<EventList>().SelectMany(list => list.Events).Where(listed => listed.Index >= 0).Select(listed => listed.Index)];
}
