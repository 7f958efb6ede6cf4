using Conformance.Suites.Harness.Containers;

namespace Conformance.Suites.Harness.Waiting;

/// <summary>A text in the log.</summary>
internal sealed record LogWait(string Text, TimeSpan Bound) : IWaitStrategy
{
    public string Description => $"the log line \"{Text}\"";

    public async Task<string?> WhyNotAsync(Container container, CancellationToken cancellation) =>
        (await container.LogsAsync(null, cancellation).ConfigureAwait(false)).Contains(Text, StringComparison.Ordinal) ? null : "not there";
}
