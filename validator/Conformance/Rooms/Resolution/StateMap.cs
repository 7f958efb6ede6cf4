using System.Runtime.CompilerServices;

namespace Conformance.Rooms.Resolution;

/// <summary>
/// A state of a room: slot to event. Never changes; a changed copy shares all but the path to the change, so that the states at all
/// events of a room take little more than the changes, and comparing two costs as much as they differ. Slots are small
/// numbers, held in a tree of sixteens.
/// </summary>
internal sealed class StateMap : Authorisation.IAuthState
{
    private const int Bits = 4;
    private const int Width = 1 << Bits;

    private readonly object? _root;
    private readonly int _height;

    private StateMap(object? root, int height, int count)
    {
        _root = root;
        _height = height;
        Count = count;
    }

    /// <summary>The state with nothing in it.</summary>
    public static StateMap Empty { get; } = new(null, 0, 0);

    /// <summary>How many slots hold an event.</summary>
    public int Count { get; }

    /// <inheritdoc />
    public int this[int slot]
    {
        get
        {
            if (slot < 0 || slot >> Bits >> (_height * Bits) != 0)
            {
                return -1;
            }

            object? node = _root;
            for (int shift = _height * Bits; shift > 0 && node is not null; shift -= Bits)
            {
                node = Unsafe.As<object?[]>(node)[(slot >> shift) & (Width - 1)];
            }

            return node is null ? -1 : Unsafe.As<int[]>(node)[slot & (Width - 1)] - 1;
        }
    }

    /// <summary>The state with another event in a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="value">The event; -1 to empty the slot.</param>
    public StateMap Set(int slot, int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        int old = this[slot];
        if (old == value)
        {
            return this;
        }

        object? root = _root;
        int height = _height;
        while (slot >> Bits >> (height * Bits) != 0)
        {
            object?[] above = new object?[Width];
            above[0] = root;
            root = root is null ? null : above;
            height++;
        }

        return new StateMap(Replace(root, height, slot, value + 1), height, Count + (old < 0 ? 1 : 0) - (value < 0 ? 1 : 0));
    }

    /// <summary>Adds the slots in which two states differ to a list, in order.</summary>
    public static void Diff(StateMap left, StateMap right, List<int> slots)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        int height = Math.Max(left._height, right._height);
        Diff(Raise(left, height), Raise(right, height), height, 0, slots);
    }

    /// <summary>Whether two states hold the same.</summary>
    public static bool Same(StateMap left, StateMap right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        var slots = new List<int>();
        Diff(left, right, slots);
        return slots.Count == 0;
    }

    /// <summary>Adds all slots that hold an event and their events to a list, in order of slots.</summary>
    public void CopyTo(List<(int Slot, int Event)> target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Copy(_root, _height, 0, target);
    }

    // The depth of these is the height of the tree: 8 at most.
    private static object Replace(object? node, int height, int slot, int stored)
    {
        int at = (slot >> (height * Bits)) & (Width - 1);
        if (height == 0)
        {
            int[] leaf = node is null ? new int[Width] : (int[])Unsafe.As<int[]>(node).Clone();
            leaf[at] = stored;
            return leaf;
        }

        object?[] inner = node is null ? new object?[Width] : (object?[])Unsafe.As<object?[]>(node).Clone();
        inner[at] = Replace(inner[at], height - 1, slot, stored);
        return inner;
    }

    private static object? Raise(StateMap map, int height)
    {
        object? root = map._root;
        for (int i = map._height; i < height && root is not null; i++)
        {
            object?[] above = new object?[Width];
            above[0] = root;
            root = above;
        }

        return root;
    }

    private static void Diff(object? left, object? right, int height, int start, List<int> slots)
    {
        if (ReferenceEquals(left, right))
        {
            return;
        }

        for (int i = 0; i < Width; i++)
        {
            int at = start + (i << (height * Bits));
            if (height > 0)
            {
                Diff(left is null ? null : Unsafe.As<object?[]>(left)[i], right is null ? null : Unsafe.As<object?[]>(right)[i], height - 1, at, slots);
            }
            else if ((left is null ? 0 : Unsafe.As<int[]>(left)[i]) != (right is null ? 0 : Unsafe.As<int[]>(right)[i]))
            {
                slots.Add(at);
            }
        }
    }

    private static void Copy(object? node, int height, int start, List<(int Slot, int Event)> target)
    {
        if (node is null)
        {
            return;
        }

        for (int i = 0; i < Width; i++)
        {
            int at = start + (i << (height * Bits));
            if (height > 0)
            {
                Copy(Unsafe.As<object?[]>(node)[i], height - 1, at, target);
            }
            else if (Unsafe.As<int[]>(node)[i] != 0)
            {
                target.Add((at, Unsafe.As<int[]>(node)[i] - 1));
            }
        }
    }
}
