using Conformance.Suites.Harness.Containers;

namespace Conformance.Suites.Harness.Waiting;

/// <summary>Tells whether a container is ready. It is asked again and again until its bound is passed.</summary>
public interface IWaitStrategy
{
    /// <summary>What is waited for, as the subject of a sentence.</summary>
    string Description { get; }

    /// <summary>How long at most.</summary>
    TimeSpan Bound { get; }

    /// <summary>Asks whether it is so now.</summary>
    /// <param name="container">The container.</param>
    /// <param name="cancellation">Stops it, at the latest when the bound is passed.</param>
    /// <returns>Why it isn't, for the message once the bound is passed; null when it is.</returns>
    Task<string?> WhyNotAsync(Container container, CancellationToken cancellation);
}
