using System.Diagnostics;
using System.Net;
using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Waiting;

namespace Conformance.Suites.Harness.Containers;

/// <summary>A container that was started. Disposing of it removes it.</summary>
public sealed class Container : IAsyncDisposable
{
    private const int LogLines = 80;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly DockerClient _docker;
    private readonly ContainerNetwork? _network;
    private readonly IReadOnlyList<IWaitStrategy> _waits;
    private volatile ContainerState? _state;

    internal Container(DockerClient docker, string id, string name, ContainerNetwork? network, IReadOnlyList<IWaitStrategy> waits)
    {
        _docker = docker;
        Id = id;
        Name = name;
        _network = network;
        _waits = waits;
    }

    /// <summary>The container's ID.</summary>
    public string Id { get; }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>How long the last start took until it was ready.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Starts it, at first or again, and waits until it is ready. Its addresses may change.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ContainerFailedException">It ended, or wasn't ready within its bound.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        await _docker.StartContainerAsync(Id, cancellation).ConfigureAwait(false);
        _state = await _docker.InspectContainerAsync(Id, cancellation).ConfigureAwait(false);
        foreach (IWaitStrategy wait in _waits)
        {
            await WaitAsync(wait, cancellation).ConfigureAwait(false);
        }

        StartedIn = Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Waits until something is so.</summary>
    /// <param name="strategy">What, and within which time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ContainerFailedException">It ended, or the bound was passed.</exception>
    public async Task WaitAsync(IWaitStrategy strategy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        long began = Stopwatch.GetTimestamp();
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(strategy.Bound);
        string? problem = null;
        try
        {
            while ((problem = await strategy.WhyNotAsync(this, bound.Token).ConfigureAwait(false)) is not null)
            {
                ContainerState state = await InspectAsync(bound.Token).ConfigureAwait(false);
                if (!state.IsRunning)
                {
                    throw await FailureAsync($"{Name} ended with code {state.ExitCode} while {strategy.Description} was waited for.").ConfigureAwait(false);
                }

                await Task.Delay(Step, bound.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw await FailureAsync($"{Name}: {strategy.Description} wasn't so within {strategy.Bound.TotalSeconds:0.#} s (waited {Stopwatch.GetElapsedTime(began).TotalSeconds:0.#} s), last: {problem ?? "no answer"}.").ConfigureAwait(false);
        }
    }

    /// <summary>Stops it; its data stay.</summary>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task StopAsync(CancellationToken cancellation) => _docker.StopContainerAsync(Id, TimeSpan.FromSeconds(5), cancellation);

    /// <summary>Ends its first process at once, without a chance to clean up.</summary>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task KillAsync(CancellationToken cancellation) => _docker.KillContainerAsync(Id, "SIGKILL", cancellation);

    /// <summary>Freezes its processes: connections stay, nothing answers.</summary>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task PauseAsync(CancellationToken cancellation) => _docker.PauseContainerAsync(Id, cancellation);

    /// <summary>Lets its processes go on.</summary>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task UnpauseAsync(CancellationToken cancellation) => _docker.UnpauseContainerAsync(Id, cancellation);

    /// <summary>Runs a command in it to its end.</summary>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <param name="command">The command and its arguments.</param>
    public Task<ExecResult> ExecAsync(CancellationToken cancellation, params string[] command) => _docker.ExecAsync(Id, command, cancellation);

    /// <summary>Puts files into it.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task PutFilesAsync(IEnumerable<ContainerFile> files, CancellationToken cancellation) => _docker.PutFilesAsync(Id, files, cancellation);

    /// <summary>Takes a file out of it.</summary>
    /// <param name="path">The file's absolute path there.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<byte[]> GetFileAsync(string path, CancellationToken cancellation) => _docker.GetFileAsync(Id, path, cancellation);

    /// <summary>What it wrote.</summary>
    /// <param name="lines">The last lines that are wanted; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<string> LogsAsync(int? lines, CancellationToken cancellation) => _docker.LogsAsync(Id, lines, cancellation);

    /// <summary>How it is.</summary>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ContainerState> InspectAsync(CancellationToken cancellation) =>
        _state = await _docker.InspectContainerAsync(Id, cancellation).ConfigureAwait(false);

    /// <summary>Where this machine reaches one of its ports, since its last start.</summary>
    /// <param name="port">The port inside.</param>
    /// <exception cref="HarnessException">The port isn't to be reached.</exception>
    public IPEndPoint AddressOf(int port) =>
        Find(port) ?? throw new HarnessException($"{Name}: port {port} isn't to be reached from this machine; is the container running, and was the port named?");

    /// <summary>The same; null where the port isn't to be reached, such as when the container has ended.</summary>
    internal IPEndPoint? Find(int port) =>
        _state is not { } state ? null
        : _network is { IsReachedDirectly: true } && state.Addresses.TryGetValue(_network.Name, out IPAddress? address) ? new IPEndPoint(address, port)
        : state.Published.GetValueOrDefault(port);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _docker.RemoveContainerAsync(Id, CancellationToken.None).ConfigureAwait(false);

    private async Task<ContainerFailedException> FailureAsync(string message)
    {
        string log;
        try
        {
            using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            log = await LogsAsync(LogLines, bound.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HarnessException or OperationCanceledException or HttpRequestException or IOException)
        {
            log = $"(can't be had: {e.Message})";
        }

        return new ContainerFailedException(message, log);
    }
}
