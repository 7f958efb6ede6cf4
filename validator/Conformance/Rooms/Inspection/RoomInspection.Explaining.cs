using Conformance.Rooms.Authorisation;
using Conformance.Rooms.Resolution;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Inspection;

/// <content>How a state came about.</content>
internal sealed partial class RoomInspection
{
    private const int CancellationInterval = 256;

    /// <summary>How an event stands and what decided that.</summary>
    /// <param name="index">The event.</param>
    public JudgedEvent Judge(int index)
    {
        EventStanding standing = States.StandingOf(index);
        AuthVerdict decided = States.VerdictOf(index);
        if (!Events.Has(index, RoomEventFlags.Held) || decided.Rule == AuthRule.EventCircular)
        {
            return new JudgedEvent(index, standing, decided, null);
        }

        AuthVerdict own = _rules.CheckOwn(index, States.Standings);
        AuthVerdict? byState = own.IsAllowed && States.Before(index) is { } before ? _rules.CheckState(index, before) : null;
        return new JudgedEvent(index, standing, own, byState);
    }

    private StateExplanation Explain(StateQuestion question, IReadOnlyList<int> at)
    {
        var meetings = new List<StateMeeting>();
        int count = 0;
        if (question.Event < 0)
        {
            Meet(-1, at);
        }

        bool[] behind = Behind(at, withEnds: question.Event < 0 || question.After);
        for (int i = States.Order.Count - 1; i >= 0; i--)
        {
            int index = States.Order[i];
            if (i % CancellationInterval == 0)
            {
                _cancellation.ThrowIfCancellationRequested();
            }

            if (behind[index] || index == question.Event)
            {
                Meet(index, Events.PrevEvents(index).ToArray());
            }
        }

        return new StateExplanation(question.Event < 0 ? null : Judge(question.Event), count, meetings);

        void Meet(int index, IReadOnlyList<int> met)
        {
            if (!Differ(met, question))
            {
                return;
            }

            count++;
            if (meetings.Count < question.MaxMeetings)
            {
                var trace = new ResolutionTrace();
                bool isResolved = States.After([.. met], trace) is not null;
                meetings.Add(new StateMeeting(index, [.. met.Distinct()], trace, isResolved));
            }
        }
    }

    /// <summary>Whether states are known and differ in what is asked for.</summary>
    private bool Differ(IReadOnlyList<int> met, StateQuestion question)
    {
        if (met.Count < 2 || States.After(met[0]) is not { } first)
        {
            return false;
        }

        int? wanted = WantedSlot(question);
        int type = question.Type is { } name ? Events.Texts.Find(System.Text.Encoding.UTF8.GetBytes(name)) : -1;
        bool differ = false;
        var slots = new List<int>();
        for (int i = 1; i < met.Count; i++)
        {
            if (States.After(met[i]) is not { } other)
            {
                return false;
            }

            slots.Clear();
            StateMap.Diff(first, other, slots);
            differ |= slots.Exists(slot => wanted is { } only ? slot == only : question.Type is null || Events.Slots[slot].Type == type);
        }

        return differ;
    }

    /// <summary>The events that are behind others.</summary>
    private bool[] Behind(IReadOnlyList<int> from, bool withEnds)
    {
        bool[] behind = new bool[Events.Count];
        var open = new Stack<int>(from);
        foreach (int index in from)
        {
            behind[index] = withEnds;
        }

        while (open.TryPop(out int index))
        {
            foreach (int prev in Events.PrevEvents(index))
            {
                if (!behind[prev])
                {
                    behind[prev] = true;
                    open.Push(prev);
                }
            }
        }

        return behind;
    }
}
