using Conformance.Documents;

namespace Conformance.Schemas.Evaluating;

/// <summary>The parts of an instance that a schema calls secret, as ranges of nodes.</summary>
internal sealed class SecretRanges
{
    private readonly List<(int Start, int End)> _ranges = [];
    private bool _sorted = true;

    public void Add(Node node)
    {
        if (_ranges.Count == 0 || _ranges[^1] != (node.Index, node.Record.Next))
        {
            _ranges.Add((node.Index, node.Record.Next));
            _sorted = false;
        }
    }

    /// <summary>Whether a node is secret, and whether it lies within a secret value, so that its name is secret too.</summary>
    public (bool Secret, bool Inside) Find(Node node)
    {
        Sort();
        int low = 0;
        int high = _ranges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            (int start, int end) = _ranges[middle];
            if (node.Index < start)
            {
                high = middle - 1;
            }
            else if (node.Index >= end)
            {
                low = middle + 1;
            }
            else
            {
                return (true, node.Index > start);
            }
        }

        return (false, false);
    }

    /// <summary>Sorts and keeps the outermost ranges; ranges of nodes nest or are apart.</summary>
    private void Sort()
    {
        if (_sorted)
        {
            return;
        }

        _sorted = true;
        _ranges.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        int kept = 0;
        for (int i = 1; i < _ranges.Count; i++)
        {
            if (_ranges[i].Start >= _ranges[kept].End)
            {
                _ranges[++kept] = _ranges[i];
            }
        }

        _ranges.RemoveRange(kept + 1, _ranges.Count - kept - 1);
    }
}
