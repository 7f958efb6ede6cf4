namespace Conformance.Suites.Harness.Scenarios;

/// <summary>Folders of the checkout that the suites were built from.</summary>
internal static class RepositoryFolders
{
    /// <summary>The folder that holds Conformance.sln.</summary>
    /// <exception cref="HarnessException">The suites don't run inside a checkout.</exception>
    public static string Root => Find();

    /// <summary>The folder with the target files.</summary>
    public static string Targets => Path.Combine(Root, "suites", "targets");

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
            {
                return folder.FullName;
            }
        }

        throw new HarnessException("The suites don't run inside a checkout.");
    }
}
