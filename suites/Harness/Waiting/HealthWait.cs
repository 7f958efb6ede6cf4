using Conformance.Suites.Harness.Containers;
using Conformance.Suites.Harness.Docker;

namespace Conformance.Suites.Harness.Waiting;

/// <summary>The image's own health check.</summary>
internal sealed record HealthWait(TimeSpan Bound) : IWaitStrategy
{
    public string Description => "the image's health check";

    public async Task<string?> WhyNotAsync(Container container, CancellationToken cancellation)
    {
        ContainerState state = await container.InspectAsync(cancellation).ConfigureAwait(false);
        return state.Health switch
        {
            "healthy" => null,
            "" when state.IsRunning => throw new HarnessException($"{container.Name}: the image has no health check that could be waited for."),
            _ => $"it is {state.Health}",
        };
    }
}
