using System.Buffers;
using System.Runtime.CompilerServices;

namespace Conformance.Schemas.Evaluating;

/// <summary>
/// Which members or elements of one instance were evaluated, by position (Core, section 11). A default one tracks nothing.
/// The first 64 need no memory; more come from the shared pool and go back with <see cref="Dispose"/>.
/// </summary>
internal struct EvaluatedSet
{
    private readonly int _count;
    private ulong _first;
    private ulong[]? _rest;
    private bool _all;

    public EvaluatedSet(int count)
    {
        IsTracking = true;
        _count = count;
    }

    /// <summary>Whether anybody wants to know.</summary>
    public bool IsTracking { get; }

    /// <summary>Whether the instance is evaluated wholly.</summary>
    public readonly bool IsAll => _all;

    public readonly bool Contains(int position)
    {
        if (_all)
        {
            return true;
        }

        if (position < 64)
        {
            return (_first >> position & 1) != 0;
        }

        return _rest is not null && (_rest[(position >> 6) - 1] >> position & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int position)
    {
        if (IsTracking)
        {
            AddTracked(position);
        }
    }

    public void AddAll() => _all = true;

    /// <summary>An empty set for the same instance, tracking when this one does.</summary>
    public readonly EvaluatedSet Branch() => IsTracking ? new EvaluatedSet(_count) : default;

    public void Merge(in EvaluatedSet other)
    {
        if (!IsTracking)
        {
            return;
        }

        _all |= other._all;
        _first |= other._first;
        if (other._rest is not null && !_all)
        {
            EnsureRest();
            int words = Words(_count);
            for (int i = 0; i < words; i++)
            {
                _rest![i] |= other._rest[i];
            }
        }
    }

    public void Dispose()
    {
        if (_rest is not null)
        {
            ArrayPool<ulong>.Shared.Return(_rest);
            _rest = null;
        }
    }

    private static int Words(int count) => (count - 1) >> 6;

    private void AddTracked(int position)
    {
        if (position < 64)
        {
            _first |= 1UL << position;
            return;
        }

        EnsureRest();
        _rest![(position >> 6) - 1] |= 1UL << position;
    }

    private void EnsureRest()
    {
        if (_rest is null)
        {
            int words = Words(_count);
            _rest = ArrayPool<ulong>.Shared.Rent(words);
            _rest.AsSpan(0, words).Clear();
        }
    }
}
