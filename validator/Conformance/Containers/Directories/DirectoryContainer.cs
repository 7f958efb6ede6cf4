using System.Text;
using Conformance.Findings;

namespace Conformance.Containers.Directories;

/// <summary>A directory of the file system. Links are never followed, so nothing outside it is read.</summary>
internal sealed class DirectoryContainer : EntryContainer
{
    private readonly string _root;
    private readonly ContainerLimits _limits;
    private readonly Stack<string> _pending = new();
    private FileStream? _file;
    private FileContent? _content;
    private long _position;
    private long? _length;

    public DirectoryContainer(string root, ContainerLimits limits, ContainerReporter reporter)
        : base(limits, reporter)
    {
        _root = Path.GetFullPath(root);
        _limits = limits;
        PushChildren("");
    }

    public override string Format => "directory";

    public override bool CanRewind => true;

    public override long? Length => _length ??= Measure();

    public override long Position => _position;

    public int ReadContent(FileContent content, Span<byte> buffer)
    {
        if (!ReferenceEquals(content, _content) || _file is null || Stopped)
        {
            return 0;
        }

        int count = _file.Read(buffer);
        _position += count;
        return Spend(count) ? count : 0;
    }

    /// <summary>What is left of a file needs no reading: nothing about it could be wrong.</summary>
    protected override void PassOver(Stream content, CancellationToken cancellation)
    {
        if (_file is not null)
        {
            long left = Math.Max(0, _file.Length - _file.Position);
            _position += left;
            Spend(left);
        }

        CloseFile();
    }

    protected override bool Advance(CancellationToken cancellation)
    {
        if (!_pending.TryPop(out string? path))
        {
            return false;
        }

        var info = new FileInfo(Path.Combine(_root, path));
        ContainerEntryKind kind = Kind(info);
        string? target = kind == ContainerEntryKind.SymbolicLink ? info.LinkTarget : null;
        bool admitted = Admit(
            new EntryHeader
            {
                Name = Encoding.UTF8.GetBytes(path),
                Kind = kind,
                Offset = 0,
                LinkTarget = Encoding.UTF8.GetBytes(target ?? ""),
            },
            out string shown,
            out bool unusable);
        if (!admitted)
        {
            return true;
        }

        if (path.Contains('\ufffd', StringComparison.Ordinal))
        {
            // The runtime puts U+FFFD where a name isn't UTF-8; the file can't be opened by that name.
            Reporter.Report(ContainerRules.PathNotUtf8, new Location(shown), ("path", shown));
            unusable = true;
        }

        if (kind == ContainerEntryKind.Directory && !unusable)
        {
            PushChildren(path);
        }

        Stream content = kind == ContainerEntryKind.File && !unusable ? OpenFile(info, shown, ref unusable) : Stream.Null;
        Current = new ContainerEntry(shown, kind, kind == ContainerEntryKind.File && _file is not null ? _file.Length : null, content, unusable);
        return true;
    }

    protected override void StartOver()
    {
        CloseFile();
        _pending.Clear();
        _position = 0;
        PushChildren("");
    }

    protected override void Dispose(bool disposing) => CloseFile();

    private static ContainerEntryKind Kind(FileInfo info)
    {
        if (info.LinkTarget is not null)
        {
            return ContainerEntryKind.SymbolicLink;
        }

        if ((info.Attributes & FileAttributes.Directory) != 0)
        {
            return ContainerEntryKind.Directory;
        }

        return FileTypes.IsSpecial(info.FullName) ? ContainerEntryKind.Special : ContainerEntryKind.File;
    }

    private Stream OpenFile(FileInfo info, string shown, ref bool unusable)
    {
        try
        {
            _file = new FileStream(info.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
            _content = new FileContent(this);
            return _content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unusable = true;
            Reporter.NotChecked("a file that can't be opened", Quoting.Safe(e.Message), new Location(shown));
            return Stream.Null;
        }
    }

    /// <summary>Puts what a directory holds on the stack, so that it comes off in the order of names.</summary>
    private void PushChildren(string directory)
    {
        var children = new List<string>();
        try
        {
            foreach (string child in Directory.EnumerateFileSystemEntries(Path.Combine(_root, directory)))
            {
                children.Add(directory.Length == 0 ? Path.GetFileName(child) : directory + "/" + Path.GetFileName(child));
                if (children.Count + _pending.Count > _limits.Entries + 1)
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Reporter.NotChecked("a directory that can't be listed", Quoting.Safe(e.Message), new Location(directory));
        }

        children.Sort(StringComparer.Ordinal);
        for (int i = children.Count - 1; i >= 0; i--)
        {
            _pending.Push(children[i]);
        }
    }

    private void CloseFile()
    {
        _file?.Dispose();
        _file = null;
        _content = null;
    }

    private long Measure()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return new DirectoryInfo(_root).EnumerateFiles("*", options).Take((int)Math.Min(_limits.Entries, int.MaxValue)).Sum(file => file.Length);
    }
}
