using Conformance.Containers.Compression;
using Conformance.Containers.Directories;
using Conformance.Containers.Zip;
using Conformance.Findings;
using Microsoft.Win32.SafeHandles;

namespace Conformance.Containers;

/// <summary>Opens containers of every kind there is. The content decides what a file is, its name only where the content says nothing.</summary>
public static partial class ContainerFactory
{
    private const string Expected = "a directory, or a .tar, .tar.gz, .zip, .rar, .7z, .tar.xz or .tar.zst archive";
    private const string Piped = "standard input";

    /// <summary>Opens a path.</summary>
    /// <param name="path">A directory or a file.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="sink">Takes findings about the container. Called on the thread that reads.</param>
    /// <returns>The container, or why there is none.</returns>
    public static ContainerOpening Open(string path, ContainerLimits limits, IFindingSink sink)
    {
        string shown = Quoting.Safe(path);
        try
        {
            if (Directory.Exists(path))
            {
                // Throws now if the directory can't be listed at all.
                using IEnumerator<string> first = Directory.EnumerateFileSystemEntries(path).GetEnumerator();
                first.MoveNext();
                return ContainerOpening.Of(new DirectoryContainer(path, limits, new ContainerReporter(sink)));
            }

            if (!File.Exists(path))
            {
                return ContainerOpening.Failed($"{shown}: there is no such file or directory.");
            }

            string target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            return FileTypes.IsSpecial(target)
                ? ContainerOpening.Failed($"{shown}: not a regular file; give its content on standard input, as '-'.")
                : OpenFile(path, shown, limits, new ContainerReporter(sink));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return ContainerOpening.Failed($"{shown}: can't be read: {Quoting.Safe(e.Message)}");
        }
    }

    /// <summary>
    /// Reads a container from a stream that can't go back. A tar archive is read as it comes. A ZIP, RAR or 7z archive can't be:
    /// a ZIP archive has its directory at the end, and to go by the headers before it is not safe. Such an archive is held in
    /// memory up to <see cref="ContainerLimits.HeldBytes"/>, and refused beyond.
    /// </summary>
    /// <param name="stream">The stream. The container disposes of it.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="sink">Takes findings about the container.</param>
    /// <returns>The container, or why there is none.</returns>
    public static ContainerOpening Open(Stream stream, ContainerLimits limits, IFindingSink sink)
    {
        try
        {
            return OpenStream(stream, limits, new ContainerReporter(sink));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ContainerOpening.Failed($"{Piped}: can't be read: {Quoting.Safe(e.Message)}");
        }
    }

    private static ContainerOpening OpenFile(string path, string shown, ContainerLimits limits, ContainerReporter reporter)
    {
        SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan);
        var bytes = new FileBytes(handle);
        byte[] start = new byte[ContainerDetection.PeekBytes];
        int count = bytes.ReadAt(0, start);
        if (count == 0)
        {
            bytes.Dispose();
            return ContainerOpening.Failed($"{shown}: the file is empty; expected {Expected}.");
        }

        ContainerSignature byName = ContainerDetection.ByName(path);
        ContainerSignature signature = ContainerDetection.Detect(start.AsSpan(0, count));
        if (signature == ContainerSignature.None)
        {
            signature = GuessDamaged(bytes, start.AsSpan(0, count), byName);
        }

        bytes.StartOver();
        ContainerOpening opening;
        if (signature == ContainerSignature.Zip)
        {
            opening = ContainerOpening.Of(new ZipContainer(bytes, limits, reporter));
        }
        else
        {
            var file = new FileStream(handle, FileAccess.Read, 0);
            file.Seek(0, SeekOrigin.Begin);
            opening = OpenSource(new StreamSource(file, []), signature, shown, limits, reporter);
        }

        if (opening.Succeeded && byName != ContainerSignature.None && byName != signature)
        {
            reporter.ReportOnOpening(
                ContainerRules.ExtensionMismatch,
                Location.Input,
                ("name", Path.GetFileName(path)),
                ("expected", ContainerDetection.Format(byName)),
                ("actual", ContainerDetection.Format(signature)));
        }

        return opening;
    }

    /// <summary>What a file is whose first bytes are those of no format: something may stand before it, or be damaged.</summary>
    private static ContainerSignature GuessDamaged(RandomBytes bytes, ReadOnlySpan<byte> start, ContainerSignature byName)
    {
        if (ZipEndReader.Read(bytes) is not null)
        {
            return ContainerSignature.Zip;
        }

        return byName == ContainerSignature.Tar ? ContainerSignature.Tar : ContainerSignature.None;
    }

    private static ContainerOpening OpenStream(Stream stream, ContainerLimits limits, ContainerReporter reporter)
    {
        byte[] start = new byte[ContainerDetection.PeekBytes];
        int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (count == 0)
        {
            return ContainerOpening.Failed($"{Piped}: nothing came in; expected an archive.");
        }

        ContainerSignature signature = ContainerDetection.Detect(start.AsSpan(0, count));
        var source = new StreamSource(new ForwardStream(stream), start[..count]);
        if (signature is not (ContainerSignature.Zip or ContainerSignature.Rar or ContainerSignature.SevenZip))
        {
            return OpenSource(source, signature, Piped, limits, reporter);
        }

        byte[]? held = Hold(source, limits.HeldBytes);
        source.Dispose();
        if (held is null)
        {
            return ContainerOpening.Failed(
                $"{Piped}: a {ContainerDetection.Format(signature)} archive of more than {limits.HeldBytes} bytes can't be read from a pipe; "
                + "save it to a file and give its path.");
        }

        return signature == ContainerSignature.Zip
            ? ContainerOpening.Of(new ZipContainer(new HeldBytes(held), limits, reporter))
            : OpenSource(new StreamSource(new MemoryStream(held, writable: false), []), signature, Piped, limits, reporter);
    }

    /// <summary>Reads all of a source.</summary>
    /// <returns>Null when there is more than the limit.</returns>
    private static byte[]? Hold(ByteSource source, long limit)
    {
        using var held = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int count = source.Read(buffer); count > 0; count = source.Read(buffer))
        {
            if (held.Length + count > limit)
            {
                return null;
            }

            held.Write(buffer, 0, count);
        }

        return held.ToArray();
    }
}
