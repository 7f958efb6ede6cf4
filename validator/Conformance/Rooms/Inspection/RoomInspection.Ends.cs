using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Inspection;

/// <content>Where knowledge ends.</content>
internal sealed partial class RoomInspection
{
    private const int ListedEnds = 100;

    /// <summary>Walks back from where the state isn't known to where that begins.</summary>
    private StateAnswer WithEnds(StateAnswer answer)
    {
        var ends = new List<KnowledgeEnd>();
        var seen = new Marks(Events.Count);
        var behind = new Stack<int>();
        int count = 0;
        if (answer.Question is { Event: >= 0, After: false })
        {
            seen.Add(answer.Question.Event);
            behind.Push(answer.Question.Event);
        }
        else
        {
            foreach (int index in answer.At)
            {
                Look(index, -1);
            }

            if (count == 0 && behind.Count == 0 && answer.At.Count > 0)
            {
                End(KnowledgeEndKind.Unresolved, answer.At[0], -1);
            }
        }

        while (behind.TryPop(out int index))
        {
            if (!Events.IsUsable(index))
            {
                End(Events.Has(index, RoomEventFlags.Held) ? KnowledgeEndKind.Malformed : KnowledgeEndKind.Missing, index, -1);
                continue;
            }

            if (States.VerdictOf(index).Rule == AuthRule.EventCircular)
            {
                End(KnowledgeEndKind.Circular, index, -1);
                continue;
            }

            bool isKnown = true;
            foreach (int prev in Events.PrevEvents(index))
            {
                isKnown &= States.After(prev) is not null;
                Look(prev, index);
            }

            if (isKnown)
            {
                End(KnowledgeEndKind.Unresolved, index, -1);
            }
        }

        return answer with { Ends = ends, EndCount = count };

        void Look(int index, int follower)
        {
            if (States.After(index) is not null || !seen.Add(index))
            {
                return;
            }

            if (!Events.Has(index, RoomEventFlags.Held))
            {
                End(KnowledgeEndKind.Missing, index, follower);
            }
            else if (!Events.IsUsable(index))
            {
                End(KnowledgeEndKind.Malformed, index, follower);
            }
            else if (States.Before(index) is not null)
            {
                End(KnowledgeEndKind.Undetermined, index, follower);
            }
            else
            {
                behind.Push(index);
            }
        }

        void End(KnowledgeEndKind kind, int index, int follower)
        {
            count++;
            if (ends.Count < ListedEnds)
            {
                ends.Add(new KnowledgeEnd(kind, index, follower));
            }
        }
    }
}
