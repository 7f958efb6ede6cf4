using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Conformance.Events.Index;

/// <summary>The 32 bytes that an event is known by: see <see cref="EventIdentity"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct EventKey(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>A key of 32 bytes.</summary>
    public static EventKey Of(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<EventKey>(bytes);

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> target) => MemoryMarshal.Write(target, in this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(in EventKey other) => A == other.A && B == other.B && C == other.C && D == other.D;
}
