namespace Conformance.Schemas.Patterns;

/// <summary>Ranges of code points. A plain array, since generic collections of ranges would have to be compiled at every start.</summary>
internal sealed class CodePointRanges
{
    public const int Last = 0x10FFFF;

    private int[] _bounds = new int[8];

    public int Count { get; private set; }

    public int Low(int index) => _bounds[index * 2];

    public int High(int index) => _bounds[(index * 2) + 1];

    public void Add(int low, int high)
    {
        if (Count * 2 == _bounds.Length)
        {
            int[] larger = new int[_bounds.Length * 2];
            _bounds.CopyTo(larger, 0);
            _bounds = larger;
        }

        _bounds[Count * 2] = low;
        _bounds[(Count * 2) + 1] = high;
        Count++;
    }

    public void Add(CodePointRanges other)
    {
        for (int i = 0; i < other.Count; i++)
        {
            Add(other.Low(i), other.High(i));
        }
    }

    public bool Contains(int codePoint)
    {
        for (int i = 0; i < Count; i++)
        {
            if (codePoint >= Low(i) && codePoint <= High(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same code points as ranges in order that don't touch one another.</summary>
    public CodePointRanges Normalised()
    {
        int[] order = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            int at = i;
            while (at > 0 && Low(order[at - 1]) > Low(i))
            {
                order[at] = order[at - 1];
                at--;
            }

            order[at] = i;
        }

        var result = new CodePointRanges();
        foreach (int i in order)
        {
            int last = result.Count - 1;
            if (last >= 0 && Low(i) <= result.High(last) + 1)
            {
                result._bounds[(last * 2) + 1] = Math.Max(result.High(last), High(i));
            }
            else
            {
                result.Add(Low(i), High(i));
            }
        }

        return result;
    }

    /// <summary>All other code points.</summary>
    public CodePointRanges Complement()
    {
        CodePointRanges normalised = Normalised();
        var result = new CodePointRanges();
        int next = 0;
        for (int i = 0; i < normalised.Count; i++)
        {
            if (normalised.Low(i) > next)
            {
                result.Add(next, normalised.Low(i) - 1);
            }

            next = normalised.High(i) + 1;
        }

        if (next <= Last)
        {
            result.Add(next, Last);
        }

        return result;
    }
}
