namespace Conformance.Rooms.Graphs.Drawing;

/// <summary>
/// Places for nodes in layers, each node under all that it points to: parts of the graph under each other, in each layer an order with few
/// crossings, and nodes near those that they are joined with. Depends on nothing but its input. Work is bounded by the number of bends.
/// </summary>
internal sealed partial class LayeredLayout
{
    /// <summary>Width of a node.</summary>
    public const double NodeWidth = 244;

    /// <summary>Height of a node.</summary>
    public const double NodeHeight = 66;

    private const double Between = 24;
    private const double BendWidth = 18;
    private const double LayerHeight = NodeHeight + 46;
    private const int MaxBends = 20_000;
    private const int Sweeps = 8;

    private readonly int _nodes;
    private readonly IReadOnlyList<DrawnEdge> _edges;
    private readonly int[] _parts;
    private readonly List<int> _layers = [];
    private readonly List<double> _x = [];
    private readonly List<List<int>> _up = [];
    private readonly List<List<int>> _down = [];
    private readonly List<List<int>> _chains = [];
    private readonly double[] _tops;

    /// <summary>Places the nodes of a drawing.</summary>
    public LayeredLayout(GraphDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        _nodes = drawing.Nodes.Count;
        _edges = drawing.Edges;
        _parts = new int[_nodes];
        int parts = FindParts(drawing.Sources);
        _tops = new double[parts];
        AssignLayers(drawing.Sources);
        foreach (DrawnEdge edge in _edges)
        {
            Bend(edge);
        }

        var members = new List<List<int>>[parts];
        for (int part = 0; part < parts; part++)
        {
            members[part] = [];
        }

        for (int point = 0; point < _layers.Count; point++)
        {
            List<List<int>> layers = members[_pointParts[point]];
            while (layers.Count <= _layers[point])
            {
                layers.Add([]);
            }

            layers[_layers[point]].Add(point);
        }

        double top = 0;
        for (int part = 0; part < parts; part++)
        {
            Arrange(members[part]);
            _tops[part] = top;
            top += (members[part].Count * LayerHeight) + (LayerHeight / 2);
        }

        Height = Math.Max(0, top - (LayerHeight / 2) - (LayerHeight - NodeHeight));
    }

    /// <summary>The width of all.</summary>
    public double Width { get; private set; }

    /// <summary>The height of all.</summary>
    public double Height { get; }

    /// <summary>The middle of a node.</summary>
    public (double X, double Y) PlaceOf(int node) => Point(node);

    /// <summary>The points that an arrow goes through, from the edge of one node to the edge of the other.</summary>
    public IReadOnlyList<(double X, double Y)> WayOf(int edge)
    {
        List<int> chain = _chains[edge];
        var way = new List<(double X, double Y)>();
        for (int i = 0; i < chain.Count; i++)
        {
            (double x, double y) = Point(chain[i]);
            double side = Point(i == 0 ? chain[1] : chain[i - 1]).Y > y ? NodeHeight / 2 : -NodeHeight / 2;
            way.Add((x, y + side));
            if (chain[i] >= _nodes)
            {
                // Straight past the nodes of the layer.
                way.Add((x, y - side));
            }
        }

        return way;
    }

    private (double X, double Y) Point(int point) => (_x[point], _tops[_pointParts[point]] + (_layers[point] * LayerHeight) + (NodeHeight / 2));

    /// <summary>Numbers the parts in the order of their first events; what nothing is joined with but sources comes last.</summary>
    private int FindParts(int sources)
    {
        int[] heads = [.. Enumerable.Range(0, _nodes)];
        int Head(int node)
        {
            while (heads[node] != node)
            {
                heads[node] = heads[heads[node]];
                node = heads[node];
            }

            return node;
        }

        foreach (DrawnEdge edge in _edges)
        {
            heads[Head(edge.From)] = Head(edge.To);
        }

        int[] numbers = new int[_nodes];
        int count = 0;
        foreach (int node in Enumerable.Range(sources, _nodes - sources).Concat(Enumerable.Range(0, sources)))
        {
            int head = Head(node);
            numbers[head] = numbers[head] == 0 ? ++count : numbers[head];
        }

        for (int node = 0; node < _nodes; node++)
        {
            _parts[node] = numbers[Head(node)] - 1;
        }

        return count;
    }

    private void AssignLayers(int sources)
    {
        var targets = new List<int>[_nodes];
        for (int node = 0; node < _nodes; node++)
        {
            targets[node] = [];
            AddPoint(0, _parts[node]);
        }

        foreach (DrawnEdge edge in _edges)
        {
            // An arrow to a later event, which only cycles have, counts the other way round.
            targets[Math.Max(edge.From, edge.To)].Add(Math.Min(edge.From, edge.To));
        }

        for (int node = 0; node < _nodes; node++)
        {
            foreach (int target in targets[node])
            {
                _layers[node] = target == node ? _layers[node] : Math.Max(_layers[node], _layers[target] + 1);
            }
        }

        // What isn't there stands right over what follows it.
        int[] lowest = new int[sources];
        Array.Fill(lowest, int.MaxValue);
        foreach (DrawnEdge edge in _edges)
        {
            if (edge.To < sources)
            {
                lowest[edge.To] = Math.Min(lowest[edge.To], _layers[edge.From] - 1);
            }
        }

        for (int node = 0; node < sources; node++)
        {
            _layers[node] = lowest[node] == int.MaxValue ? 0 : lowest[node];
        }
    }
}
