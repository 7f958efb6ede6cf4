using Xunit;

namespace Conformance.Corpus.Tests.Support;

/// <summary>Where tests may not be skipped: <c>.ci/run</c> installs what they need, and says so with CONFORMANCE_CI=1.</summary>
internal static class Ci
{
    /// <summary>Whether this run is one of CI.</summary>
    public static bool IsOn => Environment.GetEnvironmentVariable("CONFORMANCE_CI") == "1";

    /// <summary>Skips the test on a developer's machine that lacks something; in CI it fails.</summary>
    /// <param name="isThere">Whether what the test needs is there.</param>
    /// <param name="reason">What is missing, and how to get it.</param>
    public static void SkipUnless(bool isThere, string reason)
    {
        if (IsOn)
        {
            Assert.True(isThere, reason);
        }

        Assert.SkipUnless(isThere, reason);
    }
}
