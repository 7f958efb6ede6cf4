namespace Conformance.Containers.Compression;

/// <summary>The checksum of gzip and ZIP (RFC 1952, section 8).</summary>
internal static unsafe class Crc32
{
    /// <summary>Continues a checksum; begin with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return crc;
        }

        fixed (byte* start = data)
        {
            return ZlibNative.Crc32(crc, start, data.Length);
        }
    }
}
