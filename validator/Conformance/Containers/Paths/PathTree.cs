using Conformance.Findings;

namespace Conformance.Containers.Paths;

/// <summary>The paths seen so far: finds two entries of one path, and paths that only some systems tell apart.</summary>
internal sealed class PathTree(ContainerLimits limits, ContainerReporter reporter)
{
    private readonly Dictionary<string, Seen> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _folded = new(StringComparer.Ordinal);
    private long _remembered;
    private bool _full;

    [Flags]
    private enum Seen
    {
        File = 1,
        Directory = 2,

        /// <summary>A collision of this directory was reported, so that those of what it holds need not be.</summary>
        Collides = 4,
    }

    /// <summary>Whether an entry that is no directory has this path.</summary>
    public bool HoldsFile(string path) => _paths.TryGetValue(path, out Seen seen) && (seen & Seen.File) != 0;

    /// <summary>Adds an entry's path and reports what it collides with.</summary>
    /// <returns>True when the entry must not be read as a member: another has its path.</returns>
    public bool Add(string path, bool isDirectory)
    {
        bool clashes = false;
        bool folded = false;
        ReadOnlySpan<char> text = path;
        var lookup = _paths.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = text.IndexOf('/'); at >= 0;)
        {
            ReadOnlySpan<char> ancestor = text[..at];
            if (!lookup.TryGetValue(ancestor, out Seen seen))
            {
                folded = Remember(ancestor.ToString(), Seen.Directory, folded);
            }
            else
            {
                folded |= (seen & Seen.Collides) != 0;
                if ((seen & (Seen.File | Seen.Directory)) == Seen.File)
                {
                    lookup[ancestor] = seen | Seen.Directory;
                    ReportFileAlsoDirectory(path, ancestor.ToString());
                }

                clashes |= (seen & Seen.File) != 0;
            }

            int next = text[(at + 1)..].IndexOf('/');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return AddLast(path, isDirectory, folded) || clashes;
    }

    private bool AddLast(string path, bool isDirectory, bool folded)
    {
        Seen kind = isDirectory ? Seen.Directory : Seen.File;
        if (!_paths.TryGetValue(path, out Seen seen))
        {
            Remember(path, kind, folded);
            return false;
        }

        if (isDirectory && (seen & Seen.File) == 0)
        {
            return false;
        }

        if (!isDirectory && (seen & Seen.File) != 0)
        {
            reporter.Report(ContainerRules.DuplicatePath, new Location(path), ("path", path));
        }
        else if ((seen & kind) == 0)
        {
            _paths[path] = seen | kind;
            ReportFileAlsoDirectory(path, path);
        }

        return true;
    }

    private void ReportFileAlsoDirectory(string path, string file) =>
        reporter.Report(ContainerRules.FileAlsoDirectory, new Location(path), ("path", path), ("file", file));

    /// <summary>Remembers a path that is new.</summary>
    /// <returns>Whether it collides with another once case or normalisation don't count.</returns>
    private bool Remember(string path, Seen kind, bool folded)
    {
        if (_full)
        {
            return folded;
        }

        _remembered += (path.Length * 2L) + 64;
        if (_remembered > limits.RememberedPathBytes)
        {
            _full = true;
            reporter.Report(ContainerRules.RememberedPathsLimit, new Location(path), ("limit", limits.RememberedPathBytes));
            reporter.NotChecked(
                "whether later entries have paths of their own", $"limit {ContainerRules.RememberedPathsLimit} was reached", new Location(path));
            return folded;
        }

        string key = PathFolding.Key(path);
        bool collides = !_folded.TryAdd(key, path);
        if (collides && !folded)
        {
            string other = _folded[key];
            string rule = PathFolding.SameWhenNormalized(path, other)
                ? ContainerRules.NormalizationCollision
                : ContainerRules.CaseCollision;
            reporter.Report(rule, new Location(path), ("path", path), ("other", other));
        }

        _paths.Add(path, collides || folded ? kind | Seen.Collides : kind);
        return collides || folded;
    }
}
