namespace Conformance.Tests.Support;

/// <summary>Finds the source tree that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Conformance.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests don't run inside a checkout.");
    }
}
