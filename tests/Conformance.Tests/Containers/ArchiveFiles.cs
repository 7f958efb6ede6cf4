namespace Conformance.Tests.Containers;

/// <summary>Archives made by programs other than ours; <c>Archives/README.md</c> says how.</summary>
internal static class ArchiveFiles
{
    public static string Folder { get; } = Find();

    public static string PathOf(string name) => Path.Combine(Folder, name);

    private static string Find()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Conformance.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? "", "tests", "Conformance.Tests", "Containers", "Archives");
    }
}
