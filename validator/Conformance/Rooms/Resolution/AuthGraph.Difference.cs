namespace Conformance.Rooms.Resolution;

/// <content>
/// The auth difference. What authorises an event that all states agree on is in the chains of all; so only the chains of the
/// conflicted events are walked, and what isn't in all of these is asked whether it authorises something that is agreed on.
/// </content>
internal sealed partial class AuthGraph
{
    /// <summary>The most steps that are spent on asking one by one.</summary>
    public const int DefaultSteps = 1 << 14;

    private const int MinSteps = 256;
    private const int MaskBits = 64;

    private readonly int _maxSteps;
    private readonly Marks _negative;
    private readonly Marks _positive;
    private readonly ulong[] _masks;
    private readonly bool[] _queued;
    private readonly PriorityQueue<int, int> _next = new();
    private readonly List<int> _touched = [];
    private readonly List<int> _found = [];
    private readonly List<(int Slot, int Event)> _agreed = [];
    private int _steps;
    private int _budget;

    /// <summary>Adds the auth difference of states to a list.</summary>
    /// <param name="conflicted">The conflicted events of each state.</param>
    /// <param name="isConflicted">Whether the states disagree about a slot.</param>
    /// <param name="state">One of the states.</param>
    /// <param name="difference">Takes the events, each once.</param>
    public void AddDifference(IReadOnlyList<List<int>> conflicted, HashSet<int> isConflicted, StateMap state, List<int> difference)
    {
        _touched.Clear();
        _visited.Clear();
        for (int first = 0; first < conflicted.Count; first += MaskBits - 1)
        {
            FindPartial(conflicted, first);
        }

        if (_touched.Count > 0)
        {
            AddUnagreed(isConflicted, state, difference);
        }
    }

    /// <summary>
    /// Adds to the list what is in the chains of some, but not all, of up to 64 states: the first of all, and as many as fit from another
    /// on. Goes from the newest events to the oldest, and ends when all that is left to look at is in all chains.
    /// </summary>
    private void FindPartial(IReadOnlyList<List<int>> conflicted, int first)
    {
        int count = Math.Min(MaskBits - 1, conflicted.Count - first);
        ulong all = ulong.MaxValue >> (MaskBits - 1 - count);
        int open = 0;
        _next.Clear();
        _found.Clear();
        Mark(conflicted[0], 1, all, ref open);
        for (int i = 0; i < count; i++)
        {
            Mark(conflicted[first + i], 2UL << i, all, ref open);
        }

        while (open > 0)
        {
            int index = _next.Dequeue();
            _queued[index] = false;
            open -= _masks[index] == all ? 0 : 1;
            MarkAuthEvents(index, _masks[index], all, ref open);
        }

        Work += _found.Count;
        foreach (int index in _found)
        {
            if (_masks[index] != all && _visited.Add(index))
            {
                _touched.Add(index);
            }

            _masks[index] = 0;
            _queued[index] = false;
        }
    }

    private void Mark(List<int> events, ulong bit, ulong all, ref int open)
    {
        foreach (int index in events)
        {
            MarkAuthEvents(index, bit, all, ref open);
        }
    }

    private void MarkAuthEvents(int index, ulong mask, ulong all, ref int open)
    {
        foreach (int auth in _room.AuthEvents(index))
        {
            ulong old = _masks[auth];
            ulong merged = old | mask;
            if (merged == old || !_room.IsUsable(auth))
            {
                continue;
            }

            _masks[auth] = merged;
            if (old == 0)
            {
                _found.Add(auth);
            }

            if (!_queued[auth])
            {
                _queued[auth] = true;
                _next.Enqueue(auth, -_ranks[auth]);
                open += merged == all ? 0 : 1;
            }
            else if (merged == all)
            {
                open--;
            }
        }
    }

    private void AddUnagreed(HashSet<int> isConflicted, StateMap state, List<int> difference)
    {
        int start = difference.Count;
        _negative.Clear();
        _positive.Clear();
        _steps = 0;

        // Asking may cost about what walking from all that is agreed on does.
        _budget = Math.Min(_maxSteps, Math.Max(MinSteps, 2 * state.Count));
        bool few = _budget > 0;
        for (int i = 0; i < _touched.Count && few; i++)
        {
            if (!AuthorisesAgreed(_touched[i], isConflicted, state))
            {
                difference.Add(_touched[i]);
            }

            few = _steps <= _budget;
        }

        Work += _steps;
        if (few)
        {
            return;
        }

        // Too much to ask one by one: walk from all that is agreed on.
        difference.RemoveRange(start, difference.Count - start);
        _agreed.Clear();
        state.CopyTo(_agreed);
        _found.Clear();
        _visited.Clear();
        foreach ((int slot, int index) in _agreed)
        {
            if (!isConflicted.Contains(slot))
            {
                _found.Add(index);
            }
        }

        var roots = new List<int>(_found);
        _found.Clear();
        AddChains(roots, _visited, _found, FloorOf(_touched));
        Work += _agreed.Count;
        foreach (int index in _touched)
        {
            if (!_visited.Has(index))
            {
                difference.Add(index);
            }
        }
    }

    /// <summary>Whether an event is in the auth chain of an event that the states agree on.</summary>
    private bool AuthorisesAgreed(int index, HashSet<int> isConflicted, StateMap state)
    {
        if (_positive.Has(index) || _negative.Has(index))
        {
            return _positive.Has(index);
        }

        _visited.Clear();
        _visited.Add(index);
        _found.Clear();
        _found.Add(index);
        _stack.Clear();
        _stack.Add(index);
        while (_stack.Count > 0)
        {
            int at = _stack[^1];
            _stack.RemoveAt(_stack.Count - 1);
            for (int i = _citerStarts[at + 1] - 1; i >= _citerStarts[at]; i--)
            {
                int citer = _citers[i];
                int slot = _room.SlotOf(citer);
                _steps++;
                if (_positive.Has(citer) || (slot >= 0 && state[slot] == citer && !isConflicted.Contains(slot)))
                {
                    _positive.Add(index);
                    return true;
                }

                if (!_negative.Has(citer) && _visited.Add(citer))
                {
                    _found.Add(citer);
                    _stack.Add(citer);
                }
            }

            if (_steps > _budget)
            {
                return true;
            }
        }

        foreach (int none in _found)
        {
            _negative.Add(none);
        }

        return false;
    }
}
