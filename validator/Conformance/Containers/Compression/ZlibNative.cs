using System.Runtime.InteropServices;

namespace Conformance.Containers.Compression;

/// <summary>
/// The zlib that comes with the runtime, as System.IO.Compression calls it. DeflateStream itself hides where the compressed
/// data ends and takes truncated data for the end, so it can't tell a damaged archive from a whole one.
/// </summary>
internal static unsafe partial class ZlibNative
{
    public const int Ok = 0;
    public const int StreamEnd = 1;
    public const int BufferError = -5;

    /// <summary>Data without a zlib or gzip header, with the largest window.</summary>
    public const int RawDeflate = -15;

    private const string Library = "libSystem.IO.Compression.Native";
    private const string WindowsLibrary = "System.IO.Compression.Native";

    public static int InflateInit(ZlibState* state) =>
        OperatingSystem.IsWindows() ? WindowsInflateInit(state, RawDeflate) : UnixInflateInit(state, RawDeflate);

    /// <summary>Makes ready for other data.</summary>
    public static int InflateReset(ZlibState* state) =>
        OperatingSystem.IsWindows() ? WindowsInflateReset(state, RawDeflate) : UnixInflateReset(state, RawDeflate);

    public static int Inflate(ZlibState* state) =>
        OperatingSystem.IsWindows() ? WindowsInflate(state, 0) : UnixInflate(state, 0);

    public static int InflateEnd(ZlibState* state) =>
        OperatingSystem.IsWindows() ? WindowsInflateEnd(state) : UnixInflateEnd(state);

    public static uint Crc32(uint crc, byte* data, int length) =>
        OperatingSystem.IsWindows() ? WindowsCrc32(crc, data, length) : UnixCrc32(crc, data, length);

    [LibraryImport(Library, EntryPoint = "CompressionNative_InflateInit2_")]
    private static partial int UnixInflateInit(ZlibState* state, int windowBits);

    [LibraryImport(Library, EntryPoint = "CompressionNative_InflateReset2_")]
    private static partial int UnixInflateReset(ZlibState* state, int windowBits);

    [LibraryImport(Library, EntryPoint = "CompressionNative_Inflate")]
    private static partial int UnixInflate(ZlibState* state, int flush);

    [LibraryImport(Library, EntryPoint = "CompressionNative_InflateEnd")]
    private static partial int UnixInflateEnd(ZlibState* state);

    [LibraryImport(Library, EntryPoint = "CompressionNative_Crc32")]
    private static partial uint UnixCrc32(uint crc, byte* data, int length);

    [LibraryImport(WindowsLibrary, EntryPoint = "CompressionNative_InflateInit2_")]
    private static partial int WindowsInflateInit(ZlibState* state, int windowBits);

    [LibraryImport(WindowsLibrary, EntryPoint = "CompressionNative_InflateReset2_")]
    private static partial int WindowsInflateReset(ZlibState* state, int windowBits);

    [LibraryImport(WindowsLibrary, EntryPoint = "CompressionNative_Inflate")]
    private static partial int WindowsInflate(ZlibState* state, int flush);

    [LibraryImport(WindowsLibrary, EntryPoint = "CompressionNative_InflateEnd")]
    private static partial int WindowsInflateEnd(ZlibState* state);

    [LibraryImport(WindowsLibrary, EntryPoint = "CompressionNative_Crc32")]
    private static partial uint WindowsCrc32(uint crc, byte* data, int length);
}
