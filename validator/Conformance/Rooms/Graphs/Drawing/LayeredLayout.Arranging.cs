namespace Conformance.Rooms.Graphs.Drawing;

/// <content>Bends of long arrows, the order in each layer, and places across.</content>
internal sealed partial class LayeredLayout
{
    private readonly List<int> _pointParts = [];
    private int _bends;

    private int AddPoint(int layer, int part)
    {
        _layers.Add(layer);
        _pointParts.Add(part);
        _x.Add(0);
        _up.Add([]);
        _down.Add([]);
        return _layers.Count - 1;
    }

    /// <summary>Gives an arrow a point in each layer that it passes, as long as there are not too many of them.</summary>
    private void Bend(DrawnEdge edge)
    {
        List<int> chain = [edge.From];
        int step = Math.Sign(_layers[edge.To] - _layers[edge.From]);
        int passed = Math.Abs(_layers[edge.To] - _layers[edge.From]) - 1;
        if (passed > 0 && _bends + passed <= MaxBends)
        {
            _bends += passed;
            for (int i = 1; i <= passed; i++)
            {
                chain.Add(AddPoint(_layers[edge.From] + (i * step), _parts[edge.From]));
            }
        }

        chain.Add(edge.To);
        _chains.Add(chain);
        for (int i = 1; i < chain.Count; i++)
        {
            int upper = step < 0 ? chain[i] : chain[i - 1];
            int lower = step < 0 ? chain[i - 1] : chain[i];
            if (step != 0 && _layers[lower] - _layers[upper] == 1)
            {
                _up[lower].Add(upper);
                _down[upper].Add(lower);
            }
        }
    }

    private void Arrange(List<List<int>> layers)
    {
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool isDown = sweep % 2 == 0;
            for (int i = 0; i < layers.Count; i++)
            {
                List<int> layer = layers[isDown ? i : layers.Count - 1 - i];
                SortByNeighbours(layer, isDown ? _up : _down);
            }
        }

        foreach (List<int> layer in layers)
        {
            double x = 0;
            for (int i = 0; i < layer.Count; i++)
            {
                x += i == 0 ? 0 : Apart(layer[i - 1], layer[i]);
                _x[layer[i]] = x;
            }
        }

        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool isDown = sweep % 2 == 0;
            for (int i = 0; i < layers.Count; i++)
            {
                Pull(layers[isDown ? i : layers.Count - 1 - i], isDown ? _up : _down);
            }
        }

        double left = layers.SelectMany(layer => layer).Min(point => _x[point] - (WidthOf(point) / 2));
        foreach (int point in layers.SelectMany(layer => layer))
        {
            _x[point] -= left;
            Width = Math.Max(Width, _x[point] + (WidthOf(point) / 2));
        }
    }

    private void SortByNeighbours(List<int> layer, List<List<int>> neighbours)
    {
        // During sorting a point's place across is its place in its layer.
        double[] keys = [.. layer.Select(point => Average(neighbours[point], _x[point]))];
        int[] order = [.. Enumerable.Range(0, layer.Count).OrderBy(i => keys[i])];
        int[] points = [.. layer];
        for (int i = 0; i < order.Length; i++)
        {
            layer[i] = points[order[i]];
            _x[layer[i]] = i - (order.Length / 2.0);
        }
    }

    /// <summary>Moves points towards their neighbours; the mean of two ways to keep them apart keeps them apart too.</summary>
    private void Pull(List<int> layer, List<List<int>> neighbours)
    {
        double[] wanted = [.. layer.Select(point => Average(neighbours[point], _x[point]))];
        double[] left = [.. wanted];
        double[] right = [.. wanted];
        for (int i = 1; i < layer.Count; i++)
        {
            left[i] = Math.Max(wanted[i], left[i - 1] + Apart(layer[i - 1], layer[i]));
        }

        for (int i = layer.Count - 2; i >= 0; i--)
        {
            right[i] = Math.Min(wanted[i], right[i + 1] - Apart(layer[i], layer[i + 1]));
        }

        for (int i = 0; i < layer.Count; i++)
        {
            _x[layer[i]] = (left[i] + right[i]) / 2;
        }
    }

    private double Average(List<int> points, double otherwise) => points.Count == 0 ? otherwise : points.Average(point => _x[point]);

    private double WidthOf(int point) => point < _nodes ? NodeWidth : BendWidth;

    private double Apart(int left, int right) => ((WidthOf(left) + WidthOf(right)) / 2) + (left < _nodes || right < _nodes ? Between : 0);
}
