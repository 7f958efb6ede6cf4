using Conformance.Findings;

namespace Conformance.Containers.Paths;

/// <summary>Reports links and other entries that hold no data of their own.</summary>
internal static class LinkChecks
{
    /// <summary>Reports an entry that is neither file nor directory.</summary>
    /// <returns>True when the entry must not be read as a member of the tree.</returns>
    public static bool Report(string path, in EntryHeader header, PathTree paths, ContainerReporter reporter)
    {
        var location = new Location(path);
        if (header.Kind == ContainerEntryKind.Special)
        {
            if (!header.Unusable)
            {
                reporter.Report(ContainerRules.SpecialFile, location, ("path", path));
            }

            return true;
        }

        EntryPath target = EntryPath.Read(header.LinkTarget, 4096);
        bool hard = header.Kind == ContainerEntryKind.HardLink;
        bool leaves = target.Text.Length == 0 || target.Faults.HasFlag(PathFaults.Absolute) || target.Faults.HasFlag(PathFaults.Drive)
            || target.Faults.HasFlag(PathFaults.TooLong) || LeavesTree(hard ? "" : path, target);
        if (leaves)
        {
            reporter.Report(ContainerRules.LinkOutOfTree, location, ("path", path), ("target", Shown(header.LinkTarget)));
        }
        else if (hard && !paths.HoldsFile(target.Text))
        {
            reporter.Report(ContainerRules.HardLinkWithoutTarget, location, ("path", path), ("target", target.Text));
        }
        else
        {
            reporter.Report(hard ? ContainerRules.HardLink : ContainerRules.SymbolicLink, location, ("path", path), ("target", target.Text));
            reporter.NotChecked("a member that is a link", "links are not followed; pack the file itself", location);
        }

        return leaves;
    }

    private static string Shown(ReadOnlySpan<byte> target) => Quoting.Safe(target);

    /// <summary>Whether a link, taken from the directory it lies in, climbs above the root.</summary>
    private static bool LeavesTree(string path, EntryPath target)
    {
        int depth = path.AsSpan().Count('/');
        foreach (Range range in target.Text.AsSpan().SplitAny('/', '\\'))
        {
            ReadOnlySpan<char> part = target.Text.AsSpan()[range];
            if (part is "..")
            {
                depth--;
            }
            else if (part is not ("" or "."))
            {
                depth++;
            }

            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }
}
