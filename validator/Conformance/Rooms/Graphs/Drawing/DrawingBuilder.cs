using System.Globalization;
using Conformance.Findings;
using Conformance.Rooms.Store;

namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>Chooses what of a graph becomes nodes: the newest events, those in a row as one.</summary>
internal sealed partial class DrawingBuilder
{
    private readonly RoomGraph _graph;
    private readonly RoomEvents _room;
    private readonly DrawingOptions _options;
    private readonly HashSet<int> _ends;
    private readonly HashSet<int> _depthsOff;
    private readonly HashSet<RedundantReference> _redundant;
    private readonly HashSet<int> _named;
    private readonly HashSet<int> _leftBehind;

    // For each event that may be folded the first of its row, plus one; for such a first one how many they are, and how many are state.
    private readonly int[] _rows;
    private readonly int[] _sizes;
    private readonly int[] _states;
    private readonly List<DrawnNode> _sources = [];
    private readonly Dictionary<int, int> _sourceOf = [];
    private readonly List<(int First, int Last)> _drawn = [];
    private readonly Dictionary<int, int> _nodeOf = [];
    private readonly List<DrawnEdge> _edges = [];
    private int _omitted;
    private long _omittedEdges;

    public DrawingBuilder(RoomGraph graph, DrawingOptions options)
    {
        _graph = graph;
        _room = graph.Room;
        _options = options;
        _ends = [.. graph.ForwardExtremities];
        _leftBehind = [.. graph.LeftBehind];
        _depthsOff = [.. graph.DepthOffFormula];
        _redundant = [.. graph.Redundant];
        _named = [.. options.Window?.Named ?? []];
        _rows = new int[_room.Count];
        _sizes = new int[_room.Count];
        _states = new int[_room.Count];
    }

    public GraphDrawing Build()
    {
        FindRows();
        Choose();
        for (int i = 0; i < _drawn.Count; i++)
        {
            Connect(i);
        }

        DrawnNode[] nodes = [.. _sources, .. _drawn.Select(Describe)];
        DrawnEdge[] edges = [.. _edges.Select(edge => new DrawnEdge(Number(edge.From), Number(edge.To), edge.IsFaint))];
        return new GraphDrawing($"Graph of the room {Quoting.Safe(_room.Texts[_room.RoomId])}", Notes(), nodes, _sources.Count, edges);
    }

    /// <summary>While building, events count up from 0 and the others down from -1.</summary>
    private int Number(int node) => node < 0 ? -node - 1 : node + _sources.Count;

    private void FindRows()
    {
        foreach (int index in _graph.Order)
        {
            if (!IsIn(index) || !CanFold(index))
            {
                continue;
            }

            int prev = _graph.PrevEvents(index)[0];
            int first = IsIn(prev) && CanFold(prev) && _rows[prev] > 0 ? _rows[prev] - 1 : index;
            _rows[index] = first + 1;
            _sizes[first]++;
            _states[first] += _room.SlotOf(index) >= 0 ? 1 : 0;
        }
    }

    /// <summary>Whether an event belongs to the part that is drawn.</summary>
    private bool IsIn(int index) => _options.Window is not { } window || window.Events[index];

    private bool CanFold(int index)
    {
        ReadOnlySpan<int> prevs = _graph.PrevEvents(index);
        return prevs.Length == 1 && _graph.IsPlaced(prevs[0]) && _graph.Followers(index).Length == 1 && (MarksOf(index) & ~DrawnMarks.State) == 0;
    }

    /// <summary>The first event of the row that an event is folded into; else the event itself.</summary>
    private int RowOf(int index) => _rows[index] > 0 && _sizes[_rows[index] - 1] >= _options.FoldFrom ? _rows[index] - 1 : index;

    private void Choose()
    {
        int hidden = _graph.Order.Length;
        for (int i = _graph.Order.Length - 1; i >= 0; i--)
        {
            int last = _graph.Order[i];
            int first = RowOf(last);
            if (!IsIn(last) || _nodeOf.ContainsKey(first))
            {
                continue;
            }

            if (_drawn.Count == _options.MaxNodes)
            {
                break;
            }

            _nodeOf.Add(first, _drawn.Count);
            _drawn.Add((first, last));
            hidden -= IsRow(first) ? _sizes[first] : 1;
        }

        _drawn.Reverse();
        for (int i = 0; i < _drawn.Count; i++)
        {
            _nodeOf[_drawn[i].First] = i;
        }

        _omitted = hidden;
        if (_omitted > 0)
        {
            _sources.Add(new DrawnNode(
                DrawnKind.Omitted,
                DrawnMarks.None,
                [$"… {Label.Count(_omitted, _options.Window is null ? "older event" : "other event")} …", "not drawn"],
                "Not drawn: too many, or not asked for"));
        }
    }

    private bool IsRow(int first) => _rows[first] == first + 1 && _sizes[first] >= _options.FoldFrom;

    private void Connect(int node)
    {
        int index = _drawn[node].First;
        var missing = new List<int>();
        bool toOmitted = false;
        foreach (int prev in _graph.PrevEvents(index))
        {
            if (!_graph.IsPlaced(prev))
            {
                missing.Add(prev);
            }
            else if (_nodeOf.TryGetValue(RowOf(prev), out int other))
            {
                Add(node, other, _redundant.Contains(new RedundantReference(index, prev)));
            }
            else if (!toOmitted)
            {
                toOmitted = true;
                Add(node, -1, true);
            }
        }

        Add(node, missing);
    }

    private void Add(int node, List<int> missing)
    {
        bool isMany = missing.Count > 3 || _sources.Count > _options.MaxNodes;
        if (isMany && missing.Count > 1)
        {
            _sources.Add(new DrawnNode(DrawnKind.Missing, DrawnMarks.None, [$"{missing.Count} events", "not here"], "Followed, but not here"));
            Add(node, -_sources.Count, true);
            return;
        }

        foreach (int prev in missing)
        {
            if (!_sourceOf.TryGetValue(prev, out int source))
            {
                _sources.Add(_room.IsUsable(prev) ? DescribeEvent(prev) : DescribeMissing(prev));
                _sourceOf[prev] = source = -_sources.Count;
            }

            Add(node, source, true);
        }
    }

    private void Add(int from, int to, bool isFaint)
    {
        // What is folded in a ring would point to itself.
        if (from == to && IsRow(_drawn[from].First))
        {
            return;
        }

        if (_edges.Count < _options.MaxEdges)
        {
            _edges.Add(new DrawnEdge(from, to, isFaint));
        }
        else
        {
            _omittedEdges++;
        }
    }

    private List<string> Notes()
    {
        int events = _drawn.Sum(node => IsRow(node.First) ? _sizes[node.First] : 1);
        List<string> notes =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"Room version {_room.Version.Id}. {Label.Count(_graph.Order.Length, "event")}, {Label.Count(_graph.Forks, "fork")}, {Label.Count(_graph.Merges, "merge")}."),
            "Arrows lead from an event to those that it follows; the newest is at the bottom.",
        ];
        if (_omitted > 0)
        {
            string only = _drawn.Count == _options.MaxNodes
                ? string.Create(CultureInfo.InvariantCulture, $"Only the newest {Label.Count(events, "event")} are drawn: the limit is {_options.MaxNodes} nodes.")
                : $"{Label.Count(events, "event")} drawn.";
            notes.Add(_options.Window is { } window ? $"{only} Asked for: {window.Words}" : only);
        }

        if (_edges.Exists(edge => edge.IsFaint))
        {
            notes.Add("Dashed arrows lead to what isn't here or isn't drawn, or are redundant.");
        }

        if (_omittedEdges > 0)
        {
            notes.Add($"{Label.Count(_omittedEdges, "arrow")} not drawn: the limit is {_options.MaxEdges.ToString(CultureInfo.InvariantCulture)}.");
        }

        if (_graph.MissingPrevEvents.Events.Count > 0)
        {
            notes.Add($"Not here: {Label.Count(_graph.MissingPrevEvents.Events.Count, "event")} that others follow.");
        }

        if (_graph.CycleCount > 0)
        {
            notes.Add($"{Label.Count(_graph.CycleCount, "cycle")}: events there come, by what they claim, before themselves.");
        }

        return notes;
    }
}
