namespace Conformance.Rooms.Resolution;

/// <content>The events on ways between events, and their order.</content>
internal sealed partial class AuthGraph
{
    private readonly Marks _between;
    private readonly int[] _places;
    private readonly List<int> _reached = [];

    /// <summary>Adds to a list all events that stand on a way along <c>auth_events</c> from one event to another of them, and these.</summary>
    public void AddBetween(List<int> events, List<int> between)
    {
        (int[] starts, int[] citers) = Within(events);
        _between.Clear();
        _stack.Clear();
        foreach (int index in events)
        {
            if (_between.Add(index))
            {
                between.Add(index);
                _stack.Add(index);
            }
        }

        while (_stack.Count > 0)
        {
            int place = _places[_stack[^1]];
            _stack.RemoveAt(_stack.Count - 1);
            for (int i = starts[place]; i < starts[place + 1]; i++)
            {
                if (_between.Add(citers[i]))
                {
                    between.Add(citers[i]);
                    _stack.Add(citers[i]);
                }
            }
        }
    }

    /// <summary>
    /// Orders events so that each comes after all that are in its auth chain, and the least of those that can come next comes
    /// first (Kahn's algorithm). Ways lead through other events too.
    /// </summary>
    /// <param name="events">The events, each once.</param>
    /// <param name="keys">Sorts events that can come next; an entry for each event.</param>
    /// <param name="comparer">Compares these.</param>
    /// <param name="order">Takes the events in order. Events in a circle are left out.</param>
    public void Sort<TKey>(List<int> events, List<TKey> keys, IComparer<TKey> comparer, List<int> order)
    {
        var own = new Dictionary<int, int>(events.Count);
        for (int i = 0; i < events.Count; i++)
        {
            own[events[i]] = i;
        }

        var nodes = new List<int>(events.Count);
        AddBetween(events, nodes);
        (int[] starts, int[] citers) = Within(events);
        var waiting = new Dictionary<int, int>(nodes.Count);
        var next = new PriorityQueue<int, TKey>(comparer);
        _stack.Clear();
        foreach (int node in nodes)
        {
            int count = 0;
            foreach (int auth in _room.AuthEvents(node))
            {
                count += _between.Has(auth) ? 1 : 0;
            }

            waiting[node] = count;
            if (count == 0)
            {
                Ready(node);
            }
        }

        while (_stack.Count > 0 || next.Count > 0)
        {
            int node;
            if (_stack.Count > 0)
            {
                node = _stack[^1];
                _stack.RemoveAt(_stack.Count - 1);
            }
            else
            {
                node = next.Dequeue();
                order.Add(node);
            }

            int place = _places[node];
            for (int i = starts[place]; i < starts[place + 1]; i++)
            {
                if (_between.Has(citers[i]) && --waiting[citers[i]] == 0)
                {
                    Ready(citers[i]);
                }
            }
        }

        // Those in between aren't put in order; they only hold others back.
        void Ready(int node)
        {
            if (own.TryGetValue(node, out int at))
            {
                next.Enqueue(node, keys[at]);
            }
            else
            {
                _stack.Add(node);
            }
        }
    }

    /// <summary>All events and what is in their chains above the lowest of them, each with a place, and for each place who cites it among these.</summary>
    private (int[] Starts, int[] Citers) Within(List<int> events)
    {
        _reached.Clear();
        _visited.Clear();
        foreach (int index in events)
        {
            if (_visited.Add(index))
            {
                _reached.Add(index);
            }
        }

        AddChains(events, _visited, _reached, FloorOf(events));
        Work += _reached.Count;
        for (int place = 0; place < _reached.Count; place++)
        {
            _places[_reached[place]] = place;
        }

        int[] starts = new int[_reached.Count + 1];
        foreach (int index in _reached)
        {
            foreach (int auth in _room.AuthEvents(index))
            {
                if (_visited.Has(auth))
                {
                    starts[_places[auth] + 1]++;
                }
            }
        }

        for (int place = 0; place < _reached.Count; place++)
        {
            starts[place + 1] += starts[place];
        }

        int[] citers = new int[starts[^1]];
        int[] next = starts[..^1];
        foreach (int index in _reached)
        {
            foreach (int auth in _room.AuthEvents(index))
            {
                if (_visited.Has(auth))
                {
                    citers[next[_places[auth]]++] = index;
                }
            }
        }

        return (starts, citers);
    }
}
