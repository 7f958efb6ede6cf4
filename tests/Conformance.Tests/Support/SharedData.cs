using Xunit;

namespace Conformance.Tests.Support;

/// <summary>Public and measured data that lies beside the checkout on some machines. Tests that need it skip without it.</summary>
internal static class SharedData
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data");

    /// <summary>Whether a file or folder of the shared data is there, for data sources of theories.</summary>
    public static bool Has(string relative) => Path.Exists(Path.Combine(Folder, relative));

    /// <summary>The path of a file or folder; skips the test when it isn't there.</summary>
    public static string PathOrSkip(string relative)
    {
        string path = Path.Combine(Folder, relative);
        Assert.SkipUnless(Path.Exists(path), $"The shared data {relative} isn't on this machine.");
        return path;
    }
}
