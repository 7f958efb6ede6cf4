using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Scenarios;
using Conformance.Suites.Harness.Targets;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Support;

/// <summary>The engine of this machine. Tests that need it skip without it.</summary>
internal static class Engine
{
    /// <summary>A client of the engine.</summary>
    public static async Task<DockerClient> ClientOrSkipAsync()
    {
        try
        {
            return await DockerClient.ConnectAsync(EndpointOrSkip(), TestContext.Current.CancellationToken);
        }
        catch (DockerException e)
        {
            Requirement.Missing(e.Message, Environment.GetEnvironmentVariable);
            throw;
        }
    }

    /// <summary>A test bed.</summary>
    public static Task<TestBed> BedOrSkipAsync() => OrSkipAsync(() => TestBed.CreateAsync(
        EndpointOrSkip(), TimeProvider.System, message => TestContext.Current.TestOutputHelper?.WriteLine(message), TestContext.Current.CancellationToken));

    /// <summary>Does something that needs a target's image.</summary>
    public static async Task<T> OrSkipAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (TargetUnavailableException e)
        {
            Requirement.Missing(e.Message, Environment.GetEnvironmentVariable);
            throw;
        }
    }

    private static DockerEndpoint EndpointOrSkip()
    {
        DockerEndpoint? endpoint = DockerEndpoint.Find(Environment.GetEnvironmentVariable);
        if (endpoint is null)
        {
            Requirement.Missing(Requirement.Engine, Environment.GetEnvironmentVariable);
        }

        return endpoint;
    }
}
