using System.Runtime.InteropServices;

namespace Conformance.Containers.Compression;

/// <summary>What zlib is given and keeps between calls, in the layout of the runtime's own library.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ZlibState
{
    public byte* NextIn;
    public byte* NextOut;
    public byte* Message;
    public void* Internal;
    public uint AvailableIn;
    public uint AvailableOut;
}
