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
    /// <param name="room">The room.</param>
    /// <param name="heads">The events.</param>
    public static EventSet Of(RoomEvents room, params IEnumerable<int> heads)
    {
        var chain = new EventSet(room.Count);
        var expanded = new EventSet(room.Count);
        var left = new Stack<int>();
        foreach (int head in heads)
        {
            left.Push(head);
            while (left.TryPop(out int index))
            {
                if (!expanded.Add(index) || !room.IsUsable(index))
                {
                    continue;
                }

                foreach (int auth in room.AuthEvents(index))
                {
                    if (chain.Add(auth))
                    {
                        left.Push(auth);
                    }
                }
            }
        }

        return chain;
    }

    /// <summary>The events that stand in some lists.</summary>
    /// <param name="room">Their room.</param>
    /// <param name="lists">The lists; those that aren't there are passed over.</param>
    public static EventSet In(RoomEvents room, params ReadOnlySpan<EventList?> lists)
    {
        var events = new EventSet(room.Count);
        foreach (EventList? list in lists)
        {
            foreach (ListedEvent listed in list?.Events ?? [])
            {
                if (listed.Index >= 0)
                {
                    events.Add(listed.Index);
                }
            }
        }

        return events;
    }
}
