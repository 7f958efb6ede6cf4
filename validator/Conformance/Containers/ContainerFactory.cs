using Conformance.Containers.Compression;
using Conformance.Containers.Directories;
using Conformance.Containers.Tar;
using Conformance.Containers.Zip;
using Conformance.Findings;
using Microsoft.Win32.SafeHandles;

namespace Conformance.Containers;

/// <summary>Opens containers of every kind there is.</summary>
public static class ContainerFactory
{
    private const string Expected = "a directory, or a .tar, .tar.gz, .zip, .rar, .7z, .tar.xz or .tar.zst archive";

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
                return ContainerOpening.Of(new DirectoryContainer(path, limits, new ContainerReporter(sink)));
            }

            if (!File.Exists(path))
            {
                return ContainerOpening.Failed($"{shown}: there is no such file or directory.");
            }

            if (FileTypes.IsSpecial(Path.GetFullPath(path)))
            {
                return ContainerOpening.Failed($"{shown}: not a regular file; give its content on standard input, as '-'.");
            }

            return OpenFile(path, shown, limits, new ContainerReporter(sink));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return ContainerOpening.Failed($"{shown}: can't be read: {Quoting.Safe(e.Message)}");
        }
    }

    /// <summary>
    /// Reads a container from a stream that can't go back. A tar archive is read as it comes. A ZIP or 7z archive has its
    /// directory at the end, and to go by the headers before it is not safe, so such an archive is held in memory up to
    /// <see cref="ContainerLimits.HeldBytes"/>, and refused beyond.
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
            return ContainerOpening.Failed($"standard input: can't be read: {Quoting.Safe(e.Message)}");
        }
    }

    private static ContainerOpening OpenFile(string path, string shown, ContainerLimits limits, ContainerReporter reporter)
    {
        byte[] start = new byte[ContainerDetection.PeekBytes];
        SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan);
        var bytes = new FileBytes(handle);
        int count = bytes.ReadAt(0, start);
        if (count == 0)
        {
            handle.Dispose();
            return ContainerOpening.Failed($"{shown}: the file is empty; expected {Expected}.");
        }

        ContainerSignature byContent = ContainerDetection.Detect(start.AsSpan(0, count));
        ContainerSignature byName = ContainerDetection.ByName(path);
        ContainerSignature signature = byContent;
        if (signature == ContainerSignature.None)
        {
            bool zip = byName == ContainerSignature.Zip || ZipEndReader.Read(bytes) is not null;
            bool zeros = !start.AsSpan(0, count).ContainsAnyExcept((byte)0);
            signature = zip ? ContainerSignature.Zip
                : byName == ContainerSignature.Tar || zeros ? ContainerSignature.Tar : ContainerSignature.None;
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
            opening = OpenTar(new StreamSource(file, []), signature, shown, limits, reporter, byName == ContainerSignature.Tar);
        }

        if (opening.Succeeded && byName != ContainerSignature.None && byName != signature)
        {
            reporter.Report(
                ContainerRules.ExtensionMismatch,
                Location.Input,
                ("name", Path.GetFileName(path)),
                ("expected", ContainerDetection.Format(byName)),
                ("actual", ContainerDetection.Format(signature)));
        }

        return opening;
    }

    private static ContainerOpening OpenStream(Stream stream, ContainerLimits limits, ContainerReporter reporter)
    {
        byte[] start = new byte[ContainerDetection.PeekBytes];
        int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (count == 0)
        {
            return ContainerOpening.Failed($"standard input: nothing came in; expected an archive.");
        }

        ContainerSignature signature = ContainerDetection.Detect(start.AsSpan(0, count));
        var source = new StreamSource(new ForwardStream(stream), start[..count]);
        if (signature != ContainerSignature.Zip)
        {
            return OpenTar(source, signature, "standard input", limits, reporter, false);
        }

        byte[]? held = Hold(source, limits.HeldBytes);
        return held is null
            ? ContainerOpening.Failed(
                $"standard input: a ZIP archive of more than {limits.HeldBytes >> 20} MiB can't be read from a pipe; save it to a file and give its path.")
            : ContainerOpening.Of(new ZipContainer(new HeldBytes(held), limits, reporter));
    }

    private static ContainerOpening OpenTar(
        ByteSource source, ContainerSignature signature, string shown, ContainerLimits limits, ContainerReporter reporter, bool trusted)
    {
        ByteSource? inner = signature switch
        {
            ContainerSignature.Gzip => new GzipSource(source, reporter),
            ContainerSignature.Tar => source,
            _ => null,
        };
        if (inner is not null)
        {
            var container = new TarContainer(ContainerDetection.Format(signature), inner, limits, reporter);
            if (container.Probe() || trusted)
            {
                return ContainerOpening.Of(container);
            }

            container.Dispose();
            return ContainerOpening.Failed($"{shown}: compressed, but what is inside is no tar archive; expected {Expected}.");
        }

        source.Dispose();
        return ContainerOpening.Failed($"{shown}: not an archive of a kind that can be read; expected {Expected}.");
    }

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
