using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Conformance.Suites.Harness.Scenarios;

/// <summary>What happens when the machine lacks something that targets need: the test is skipped and says how to get it, unless the machine is one that must
/// have it, such as that of CI.</summary>
public static class Requirement
{
    /// <summary>The environment variable that is <c>1</c> on machines that must have all that targets need.</summary>
    public const string Variable = "CONFORMANCE_CI";

    /// <summary>What to say where there is no engine.</summary>
    public const string Engine = "No Docker Engine was found. Install and start Docker (Debian: apt install docker.io) or Podman's socket, or set DOCKER_HOST.";

    /// <summary>Skips the test, or fails it as a fault of the machine.</summary>
    /// <param name="reason">What is missing and how to get it.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <exception cref="HarnessException">The machine must have it.</exception>
    [DoesNotReturn]
    public static void Missing(string reason, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment(Variable) == "1")
        {
            throw new HarnessException($"{reason} ({Variable} is 1: this machine must have it.)");
        }

        Assert.Skip(reason);
    }
}
