namespace Conformance.Rooms.Resolution;

/// <summary>A set of events that is emptied at no cost.</summary>
internal sealed class Marks(int size)
{
    private readonly int[] _stamps = new int[size];
    private int _stamp = 1;

    /// <summary>Whether an event is in the set.</summary>
    public bool Has(int index) => _stamps[index] == _stamp;

    /// <summary>Adds an event.</summary>
    /// <returns>False when it was there.</returns>
    public bool Add(int index)
    {
        if (_stamps[index] == _stamp)
        {
            return false;
        }

        _stamps[index] = _stamp;
        return true;
    }

    /// <summary>Empties the set.</summary>
    public void Clear()
    {
        if (++_stamp == int.MaxValue)
        {
            Array.Clear(_stamps);
            _stamp = 1;
        }
    }
}
