using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Conformance.Containers.Compression;
using Conformance.Findings;

namespace Conformance.Containers.LibArchive;

/// <summary>One pass of libarchive over a source of bytes.</summary>
internal sealed unsafe class LibArchiveReader : IDisposable
{
    private const int BufferBytes = 1 << 17;

    private readonly LibArchiveLibrary _library;
    private readonly ByteSource _source;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferBytes, pinned: true);
    private readonly GCHandle _self;
    private nint _archive;
    private nint _entry;
    private ExceptionDispatchInfo? _failure;

    private LibArchiveReader(LibArchiveLibrary library, ByteSource source)
    {
        _library = library;
        _source = source;
        _self = GCHandle.Alloc(this);
        _archive = library.New();
    }

    /// <summary>What libarchive says about the last fault.</summary>
    public string Problem => Quoting.Safe(Text(_library.ErrorText(_archive)));

    public bool HasEncryptedEntries => _library.HasEncryptedEntries(_archive) == 1;

    /// <summary>Path of the current entry: UTF-8 where libarchive can tell, else the bytes as stored.</summary>
    public ReadOnlySpan<byte> EntryPath
    {
        get
        {
            nint before = Utf8Locale.Enter();
            byte* path = _library.EntryPath(_entry);
            path = path is null ? _library.EntryPathBytes(_entry) : path;
            Utf8Locale.Leave(before);
            return Text(path);
        }
    }

    public uint EntryType => _library.EntryType(_entry) & 0xf000;

    public long? EntrySize => _library.EntrySizeIsSet(_entry) != 0 ? _library.EntrySize(_entry) : null;

    public bool EntryIsEncrypted => _library.EntryIsEncrypted(_entry) == 1;

    public ReadOnlySpan<byte> EntrySymbolicLink => Text(_library.EntrySymbolicLink(_entry));

    public bool EntryIsHardLink => _library.EntryHardLink(_entry) is not null;

    public ReadOnlySpan<byte> EntryHardLink => Text(_library.EntryHardLink(_entry));

    /// <summary>Begins to read.</summary>
    /// <param name="source">The bytes, at their start. Stays the caller's.</param>
    /// <param name="supports">The functions that switch on what is expected.</param>
    /// <returns>Null when there is no libarchive, or it lacks one of those.</returns>
    public static LibArchiveReader? Begin(ByteSource source, ReadOnlySpan<string> supports)
    {
        if (LibArchiveLibrary.Instance is not { } library)
        {
            return null;
        }

        var reader = new LibArchiveReader(library, source);
        foreach (string function in supports)
        {
            if (!library.Support(reader._archive, function))
            {
                reader.Dispose();
                return null;
            }
        }

        delegate* unmanaged<nint, nint, byte**, nint> read = &OnRead;
        delegate* unmanaged<nint, nint, long, long> skip = &OnSkip;
        delegate* unmanaged<nint, nint, long, int, long> seek = &OnSeek;
        library.SetReadCallback(reader._archive, (nint)read);
        library.SetSkipCallback(reader._archive, (nint)skip);
        if (source.CanRewind)
        {
            library.SetSeekCallback(reader._archive, (nint)seek);
        }

        library.SetCallbackData(reader._archive, GCHandle.ToIntPtr(reader._self));
        return reader;
    }

    /// <summary>Looks at the first bytes.</summary>
    /// <returns>A result of libarchive.</returns>
    public int Open() => Checked(_library.Open(_archive));

    /// <summary>Goes to the next entry.</summary>
    /// <returns>A result of libarchive.</returns>
    public int NextHeader()
    {
        nint before = Utf8Locale.Enter();
        nint entry = 0;
        int result = _library.NextHeader(_archive, &entry);
        _entry = entry;
        Utf8Locale.Leave(before);
        return Checked(result);
    }

    /// <summary>Reads data of the current entry.</summary>
    /// <returns>The number of bytes, 0 at the end; a negative result of libarchive for a fault.</returns>
    public int ReadData(Span<byte> buffer)
    {
        fixed (byte* to = buffer)
        {
            return Checked((int)_library.ReadData(_archive, to, (nuint)buffer.Length));
        }
    }

    public void Dispose()
    {
        if (_archive != 0)
        {
            _ = _library.Free(_archive);
            _archive = 0;
            _self.Free();
        }
    }

    /// <summary>Throws what a callback couldn't throw through libarchive.</summary>
    private int Checked(int result)
    {
        ExceptionDispatchInfo? failure = _failure;
        _failure = null;
        failure?.Throw();
        return result;
    }

    private static ReadOnlySpan<byte> Text(byte* text) =>
        text is null ? [] : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);

    [UnmanagedCallersOnly]
    private static nint OnRead(nint archive, nint data, byte** buffer)
    {
        var reader = (LibArchiveReader)GCHandle.FromIntPtr(data).Target!;
        try
        {
            *buffer = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(reader._buffer));
            return reader._source.Read(reader._buffer);
        }
        catch (Exception e)
        {
            reader._failure = ExceptionDispatchInfo.Capture(e);
            return LibArchiveLibrary.Fatal;
        }
    }

    [UnmanagedCallersOnly]
    private static long OnSkip(nint archive, nint data, long count)
    {
        var reader = (LibArchiveReader)GCHandle.FromIntPtr(data).Target!;
        try
        {
            return reader._source.Skip(count);
        }
        catch (Exception e)
        {
            reader._failure = ExceptionDispatchInfo.Capture(e);
            return LibArchiveLibrary.Fatal;
        }
    }

    [UnmanagedCallersOnly]
    private static long OnSeek(nint archive, nint data, long offset, int origin)
    {
        var reader = (LibArchiveReader)GCHandle.FromIntPtr(data).Target!;
        try
        {
            ByteSource source = reader._source;
            long from = origin switch { 0 => 0, 1 => source.Position, _ => source.Length ?? 0 };
            long target = from > 0 && offset > long.MaxValue - from ? -1 : from + offset;
            return source.SeekTo(target) ? source.Position : LibArchiveLibrary.Fatal;
        }
        catch (Exception e)
        {
            reader._failure = ExceptionDispatchInfo.Capture(e);
            return LibArchiveLibrary.Fatal;
        }
    }
}
