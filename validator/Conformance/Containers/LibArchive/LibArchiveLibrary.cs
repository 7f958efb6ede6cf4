using System.Runtime.InteropServices;

namespace Conformance.Containers.LibArchive;

/// <summary>The functions of the system's libarchive, found at run time.</summary>
internal sealed unsafe class LibArchiveLibrary
{
    public const int EndOfArchive = 1;
    public const int Ok = 0;
    public const int Warn = -20;
    public const int Failed = -25;
    public const int Fatal = -30;

    private static readonly Lazy<LibArchiveLibrary?> Shared = new(Load);

    private readonly nint _library;

    private LibArchiveLibrary(nint library)
    {
        _library = library;
        New = (delegate* unmanaged<nint>)Find("archive_read_new");
        Free = (delegate* unmanaged<nint, int>)Find("archive_read_free");
        SetReadCallback = (delegate* unmanaged<nint, nint, int>)Find("archive_read_set_read_callback");
        SetSkipCallback = (delegate* unmanaged<nint, nint, int>)Find("archive_read_set_skip_callback");
        SetSeekCallback = (delegate* unmanaged<nint, nint, int>)Find("archive_read_set_seek_callback");
        SetCallbackData = (delegate* unmanaged<nint, nint, int>)Find("archive_read_set_callback_data");
        Open = (delegate* unmanaged<nint, int>)Find("archive_read_open1");
        NextHeader = (delegate* unmanaged<nint, nint*, int>)Find("archive_read_next_header");
        ReadData = (delegate* unmanaged<nint, byte*, nuint, nint>)Find("archive_read_data");
        ErrorText = (delegate* unmanaged<nint, byte*>)Find("archive_error_string");
        HasEncryptedEntries = (delegate* unmanaged<nint, int>)Find("archive_read_has_encrypted_entries");
        EntryPath = (delegate* unmanaged<nint, byte*>)Find("archive_entry_pathname_utf8");
        EntryPathBytes = (delegate* unmanaged<nint, byte*>)Find("archive_entry_pathname");
        EntryType = (delegate* unmanaged<nint, uint>)Find("archive_entry_filetype");
        EntrySize = (delegate* unmanaged<nint, long>)Find("archive_entry_size");
        EntrySizeIsSet = (delegate* unmanaged<nint, int>)Find("archive_entry_size_is_set");
        EntrySymbolicLink = (delegate* unmanaged<nint, byte*>)Find("archive_entry_symlink_utf8");
        EntryHardLink = (delegate* unmanaged<nint, byte*>)Find("archive_entry_hardlink_utf8");
        EntryIsEncrypted = (delegate* unmanaged<nint, int>)Find("archive_entry_is_data_encrypted");
    }

    /// <summary>The library; null when the system has none.</summary>
    public static LibArchiveLibrary? Instance => Shared.Value;

    public delegate* unmanaged<nint> New { get; }

    public delegate* unmanaged<nint, int> Free { get; }

    public delegate* unmanaged<nint, nint, int> SetReadCallback { get; }

    public delegate* unmanaged<nint, nint, int> SetSkipCallback { get; }

    public delegate* unmanaged<nint, nint, int> SetSeekCallback { get; }

    public delegate* unmanaged<nint, nint, int> SetCallbackData { get; }

    public delegate* unmanaged<nint, int> Open { get; }

    public delegate* unmanaged<nint, nint*, int> NextHeader { get; }

    public delegate* unmanaged<nint, byte*, nuint, nint> ReadData { get; }

    public delegate* unmanaged<nint, byte*> ErrorText { get; }

    public delegate* unmanaged<nint, int> HasEncryptedEntries { get; }

    public delegate* unmanaged<nint, byte*> EntryPath { get; }

    public delegate* unmanaged<nint, byte*> EntryPathBytes { get; }

    public delegate* unmanaged<nint, uint> EntryType { get; }

    public delegate* unmanaged<nint, long> EntrySize { get; }

    public delegate* unmanaged<nint, int> EntrySizeIsSet { get; }

    public delegate* unmanaged<nint, byte*> EntrySymbolicLink { get; }

    public delegate* unmanaged<nint, byte*> EntryHardLink { get; }

    public delegate* unmanaged<nint, int> EntryIsEncrypted { get; }

    /// <summary>The address of the function that tells the version.</summary>
    public nint VersionFunction => Find("archive_version_string");

    /// <summary>The version, as in <c>3.6.2</c>.</summary>
    public string Version => (Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)VersionFunction)()) ?? "unknown").Replace("libarchive ", "", StringComparison.Ordinal);

    /// <summary>Switches on a format or a filter by the name of its function.</summary>
    /// <returns>False when this libarchive can't do it by itself.</returns>
    public bool Support(nint archive, string function) =>
        NativeLibrary.TryGetExport(_library, function, out nint address) && ((delegate* unmanaged<nint, int>)address)(archive) == Ok;

    private static LibArchiveLibrary? Load()
    {
        string[] names = OperatingSystem.IsWindows() ? ["archive.dll", "libarchive.dll"]
            : OperatingSystem.IsMacOS() ? ["libarchive.13.dylib", "libarchive.dylib", "/usr/lib/libarchive.2.dylib"]
            : ["libarchive.so.13", "libarchive.so"];
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                try
                {
                    return new LibArchiveLibrary(library);
                }
                catch (EntryPointNotFoundException)
                {
                    NativeLibrary.Free(library);
                }
            }
        }

        return null;
    }

    private nint Find(string function) => NativeLibrary.GetExport(_library, function);
}
