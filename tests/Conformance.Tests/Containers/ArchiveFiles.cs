using Conformance.Tests.Support;

namespace Conformance.Tests.Containers;

/// <summary>Archives made by programs other than ours: <c>Archives/make.sh</c> says how.</summary>
internal static class ArchiveFiles
{
    public static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Conformance.Tests", "Containers", "Archives", name);
}
