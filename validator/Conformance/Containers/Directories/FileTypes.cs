using System.Runtime.InteropServices;

namespace Conformance.Containers.Directories;

/// <summary>Tells devices, pipes and sockets from files without opening them: opening a pipe would wait for a writer.</summary>
internal static unsafe partial class FileTypes
{
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint TypeWanted = 1;
    private const int StatxBytes = 256;
    private const int ModeAt = 28;
    private const int TypeMask = 0xf000;
    private const int RegularFile = 0x8000;
    private const int DirectoryFile = 0x4000;
    private const int LinkFile = 0xa000;

    /// <summary>Whether a path is a device, a pipe or a socket; false where the system can't say.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return (File.GetAttributes(path) & FileAttributes.Device) != 0;
        }

        // The layout of struct statx is the same on all architectures.
        byte* result = stackalloc byte[StatxBytes];
        return Statx(CurrentDirectory, path, NoFollow, TypeWanted, result) == 0
            && (*(ushort*)(result + ModeAt) & TypeMask) is not (RegularFile or DirectoryFile or LinkFile);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, byte* result);
}
