using System.Runtime.InteropServices;

namespace Conformance.Containers.Compression;

/// <summary>Inflates raw deflate data (RFC 1951), telling to the byte where it ends.</summary>
internal sealed unsafe class Inflater : IDisposable
{
    private ZlibState* _state;

    public Inflater()
    {
        _state = (ZlibState*)NativeMemory.AllocZeroed((nuint)sizeof(ZlibState));
        int result = ZlibNative.InflateInit(_state);
        if (result != ZlibNative.Ok)
        {
            NativeMemory.Free(_state);
            _state = null;
            throw new InsufficientMemoryException($"zlib can't be set up: {result}.");
        }
    }

    ~Inflater() => Release();

    /// <summary>Inflates what there is room for.</summary>
    public InflateStatus Step(ReadOnlySpan<byte> input, Span<byte> output, out int consumed, out int produced)
    {
        ObjectDisposedException.ThrowIf(_state is null, this);
        fixed (byte* from = input)
        fixed (byte* to = output)
        {
            byte none = 0;
            _state->NextIn = from is null ? &none : from;
            _state->AvailableIn = (uint)input.Length;
            _state->NextOut = to is null ? &none : to;
            _state->AvailableOut = (uint)output.Length;
            int result = ZlibNative.Inflate(_state);
            consumed = input.Length - (int)_state->AvailableIn;
            produced = output.Length - (int)_state->AvailableOut;
            return result switch
            {
                ZlibNative.Ok or ZlibNative.BufferError => InflateStatus.Going,
                ZlibNative.StreamEnd => InflateStatus.Ended,
                _ => InflateStatus.Damaged,
            };
        }
    }

    /// <summary>Makes ready for other data.</summary>
    public void StartOver()
    {
        ObjectDisposedException.ThrowIf(_state is null, this);
        _ = ZlibNative.InflateReset(_state);
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (_state is not null)
        {
            _ = ZlibNative.InflateEnd(_state);
            NativeMemory.Free(_state);
            _state = null;
        }
    }
}
