using Conformance.Findings;

namespace Conformance.Containers.Paths;

/// <summary>Reports what is wrong with a path by itself.</summary>
internal static class PathChecks
{
    /// <summary>Reports the faults of a path.</summary>
    /// <returns>True when the entry must not be read as a member of the tree.</returns>
    public static bool Report(EntryPath path, in EntryHeader header, ContainerLimits limits, ContainerReporter reporter)
    {
        bool tooDeep = path.Depth > limits.PathDepth;
        if (path.Faults == PathFaults.None && !tooDeep)
        {
            return false;
        }

        Location location = path.Text.Length == 0 ? new Location(Offset: header.Offset) : new Location(path.Text);
        ReportFault(PathFaults.Empty, ContainerRules.EmptyPath, path, location, reporter, ("offset", header.Offset));
        ReportFault(PathFaults.Absolute, ContainerRules.AbsolutePath, path, location, reporter);
        ReportFault(PathFaults.Parent, ContainerRules.ParentPart, path, location, reporter);
        ReportFault(PathFaults.Drive, ContainerRules.DriveLetter, path, location, reporter);
        ReportFault(PathFaults.Backslash, ContainerRules.Backslash, path, location, reporter);
        ReportFault(PathFaults.Nul, ContainerRules.NulInPath, path, location, reporter);
        ReportFault(PathFaults.Control, ContainerRules.ControlCharacterInPath, path, location, reporter);
        ReportFault(PathFaults.EmptyOrDotPart, ContainerRules.EmptyOrDotPart, path, location, reporter);
        ReportFault(PathFaults.NotUtf8, ContainerRules.PathNotUtf8, path, location, reporter);
        if ((path.Faults & PathFaults.TooLong) != 0)
        {
            reporter.Report(
                ContainerRules.PathBytesLimit, location, ("path", path.Text), ("bytes", header.Name.Length), ("limit", limits.PathBytes));
            reporter.NotChecked("an entry whose path is too long", $"limit {ContainerRules.PathBytesLimit} was reached", location);
        }

        if (tooDeep)
        {
            reporter.Report(
                ContainerRules.PathDepthLimit, location, ("path", path.Text), ("depth", path.Depth), ("limit", limits.PathDepth));
            reporter.NotChecked("an entry whose path is too deep", $"limit {ContainerRules.PathDepthLimit} was reached", location);
        }

        return path.Escapes || tooDeep || (path.Faults & PathFaults.Nul) != 0;
    }

    private static void ReportFault(
        PathFaults fault, string rule, EntryPath path, Location location, ContainerReporter reporter, Argument? argument = null)
    {
        if ((path.Faults & fault) != 0)
        {
            reporter.Report(rule, location, argument ?? ("path", path.Text));
        }
    }
}
