using Conformance.Rooms.Store;

namespace Conformance.Rooms.Resolution;

/// <summary>
/// Positions of events on the mainline of a power levels event (Matrix specification, State resolution, Mainline ordering). The power levels
/// of a room make trees, each under the one that authorises it, and the closest event of a mainline is where two ways to the root meet. So no
/// mainline is ever walked: a way to the root is climbed in leaps, whose number grows with the logarithm of its length (Myers, An applicative
/// random-access stack, 1983).
/// </summary>
internal sealed class Mainline(RoomEvents room, AuthGraph graph)
{
    /// <summary>The position of events that are based on no event of the mainline.</summary>
    public const long None = long.MaxValue;

    private readonly Dictionary<int, int> _nodes = [];
    private readonly List<Node> _tree = [];
    private readonly List<int> _way = [];
    private int _head = -1;

    /// <summary>The power levels event among an event's auth events; -1 when there is none.</summary>
    public static int PowerLevelsOf(RoomEvents room, int index)
    {
        foreach (int auth in room.AuthEvents(index))
        {
            if (room.SlotOf(auth) == room.PowerLevelsSlot && room.IsUsable(auth))
            {
                return auth;
            }
        }

        return -1;
    }

    /// <summary>Takes another mainline.</summary>
    /// <param name="powerLevels">The event that it begins with; -1 for an empty mainline.</param>
    public void Start(int powerLevels) => _head = NodeOf(powerLevels);

    /// <summary>The position of an event: 0 for what is based on the first event of the mainline.</summary>
    public long PositionOf(int index)
    {
        int meeting = Meet(_head, NodeOf(PowerLevelsOf(room, index)));
        return meeting < 0 ? None : _tree[_head].Depth - _tree[meeting].Depth;
    }

    private int NodeOf(int powerLevels)
    {
        _way.Clear();
        int at = powerLevels;
        int node = -1;
        while (at >= 0 && !_nodes.TryGetValue(at, out node))
        {
            node = -1;
            _way.Add(at);
            int next = PowerLevelsOf(room, at);

            // In a circle none is before another.
            at = next >= 0 && graph.IsBefore(next, at) ? next : -1;
        }

        for (int i = _way.Count - 1; i >= 0; i--)
        {
            node = Add(node);
            _nodes[_way[i]] = node;
        }

        return node;
    }

    private int Add(int parent)
    {
        int number = _tree.Count;
        if (parent < 0)
        {
            _tree.Add(new Node(-1, number, 0));
            return number;
        }

        Node above = _tree[parent];
        Node leapt = _tree[above.Leap];
        bool same = above.Depth - leapt.Depth == leapt.Depth - _tree[leapt.Leap].Depth;
        _tree.Add(new Node(parent, same ? leapt.Leap : parent, above.Depth + 1));
        return number;
    }

    /// <summary>Where the ways of two nodes to the root meet; -1 when they don't.</summary>
    private int Meet(int left, int right)
    {
        if (left < 0 || right < 0)
        {
            return -1;
        }

        left = Climb(left, _tree[right].Depth);
        right = Climb(right, _tree[left].Depth);
        while (left != right && _tree[left].Parent >= 0)
        {
            // Ways of one length leap alike.
            bool leap = _tree[left].Leap != _tree[right].Leap;
            (left, right) = leap ? (_tree[left].Leap, _tree[right].Leap) : (_tree[left].Parent, _tree[right].Parent);
        }

        return left == right ? left : -1;
    }

    private int Climb(int node, int depth)
    {
        while (_tree[node].Depth > depth)
        {
            node = _tree[_tree[node].Leap].Depth >= depth ? _tree[node].Leap : _tree[node].Parent;
        }

        return node;
    }

    /// <summary>A power levels event: what authorises it, one further up, and how many are above it.</summary>
    private readonly record struct Node(int Parent, int Leap, int Depth);
}
