using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Conformance.Suites.Harness.Certificates;
using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Results;
using Conformance.Suites.Harness.Targets;
using Xunit;

namespace Conformance.Suites.Harness.Scenarios;

/// <summary>One run of a suite's assembly: starts each target once, when the first scenario needs it, and writes the results when all have run.</summary>
public sealed class SuiteRun : IAsyncDisposable
{
    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();
    private readonly Func<string, string?> _environment = Environment.GetEnvironmentVariable;
    private readonly ConcurrentDictionary<string, Lazy<Task<Target>>> _targets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TargetFacts> _facts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ScenarioResult> _results = new();
    private readonly Lazy<Task<TestBed>> _bed;
    private readonly string _suite = Assembly.GetEntryAssembly()?.GetName().Name ?? "suite";
    private readonly EvidenceFolder _folder;

    /// <summary>Begins a run.</summary>
    public SuiteRun()
    {
        _bed = new Lazy<Task<TestBed>>(MakeBedAsync);
        _folder = EvidenceFolder.Of(_suite, _environment);
    }

    /// <summary>Runs a scenario with a target and keeps what comes of it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="targetName">The name of the target.</param>
    /// <param name="body">What is done.</param>
    /// <remarks>A known divergence ends the test well, with a warning. A failure of the harness ends it with a <see cref="HarnessException"/>.</remarks>
    public async Task RunAsync(ScenarioAttribute scenario, string targetName, Func<Scenario, Task> body)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(body);
        if (scenario.Disabled is { } reason)
        {
            Keep(new ScenarioResult { Scenario = scenario.Id, Title = scenario.Title, Target = targetName, Outcome = Outcome.Disabled, Started = _clock.GetUtcNow(), Message = reason });
            Assert.Skip($"disabled: {reason}");
        }

        DateTimeOffset started = _clock.GetUtcNow();
        long began = Stopwatch.GetTimestamp();
        Scenario? run = null;
        Exception? problem = null;
        TargetDefinition? definition = null;
        try
        {
            definition = TargetCatalog.Choose(RepositoryFolders.Targets, _environment(TargetCatalog.Variable)).First(one => one.Name == targetName);
            Target target = await TargetAsync(definition).ConfigureAwait(false);
            run = new Scenario(target, target.Container is null ? null : await _bed.Value.ConfigureAwait(false), _clock, TestContext.Current.CancellationToken);
            await body(run).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            problem = e;
        }

        (Outcome outcome, string? message) = Judgement.Of(problem);
        KnownDivergence? known = definition?.Divergences.FirstOrDefault(one => one.Scenarios.Contains(scenario.Id));
        if (known is not null && outcome == Outcome.Pass)
        {
            problem = new HarnessException($"{known.Id} is listed among the known divergences of {targetName} for this scenario, but it passed: take it off the list.");
            (outcome, message) = Judgement.Of(problem);
        }

        if (known is not null && (outcome != Outcome.Fail || (known.Message is { } text && message?.Contains(text, StringComparison.Ordinal) != true)))
        {
            known = null;
        }

        Keep(new ScenarioResult
        {
            Scenario = scenario.Id,
            Title = scenario.Title,
            Target = targetName,
            Requirements = [.. scenario.Requirements.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            Outcome = outcome,
            Started = started,
            Took = Stopwatch.GetElapsedTime(began),
            Message = message,
            Divergence = known?.Id,
            Observations = [.. run?.Observations ?? []],
            Evidence = run is null ? [] : _folder.Write($"{scenario.Id}.{targetName}", run, isWhole: outcome >= Outcome.Fail),
        });
        if (outcome >= Outcome.Fail && known is null)
        {
            await ShowLogAsync(run?.Target).ConfigureAwait(false);
        }

        switch (outcome)
        {
            case Outcome.Fail when known is not null:
                TestContext.Current.AddWarning($"{scenario.Id}: known divergence {known.Id} of {targetName}: {known.Observed}");
                break;
            case Outcome.Error:
                throw new HarnessException($"The harness or this machine is at fault, not {targetName}: {problem!.Message}", problem);
            default:
                if (problem is not null)
                {
                    ExceptionDispatchInfo.Throw(problem);
                }

                break;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_results.IsEmpty)
            {
                _folder.Write(new SuiteResults
                {
                    Suite = _suite,
                    Started = _started,
                    Took = _clock.GetUtcNow() - _started,
                    Engine = _bed is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? _bed.Value.Result.Engine : "",
                    Targets = [.. _facts.Values.OrderBy(target => target.Name, StringComparer.Ordinal)],
                    Results = [.. _results.OrderBy(result => result.Scenario, StringComparer.Ordinal).ThenBy(result => result.Target, StringComparer.Ordinal)],
                });
            }
        }
        finally
        {
            foreach (Lazy<Task<Target>> target in _targets.Values.Where(target => target is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            {
                await (await target.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }

            if (_bed is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            {
                await _bed.Value.Result.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private void Keep(ScenarioResult result) => _results.Enqueue(result);

    private async Task<Target> TargetAsync(TargetDefinition definition)
    {
        try
        {
            return await _targets.GetOrAdd(definition.Name, _ => new Lazy<Task<Target>>(() => StartAsync(definition))).Value.ConfigureAwait(false);
        }
        catch (TargetUnavailableException e)
        {
            Requirement.Missing(e.Message, _environment);
            throw;
        }
    }

    private async Task<Target> StartAsync(TargetDefinition definition)
    {
        // Other scenarios wait for the same target: no single test's cancellation may stop it.
        Target target = definition.Server is { } server
            ? Target.Of(definition, server, AuthorityOf(definition, server))
            : await (await _bed.Value.ConfigureAwait(false)).StartAsync(definition, new TargetOptions(), CancellationToken.None).ConfigureAwait(false);
        _facts[definition.Name] = await FactsAsync(target).ConfigureAwait(false);
        return target;
    }

    private CertificateAuthority? AuthorityOf(TargetDefinition definition, TargetServer server)
    {
        if (server.Authority is not { } relative)
        {
            return null;
        }

        string folder = Path.Combine(definition.Folder, relative);
        if (File.Exists(Path.Combine(folder, "ca.crt")))
        {
            return CertificateAuthority.Load(folder, _clock);
        }

        var authority = CertificateAuthority.Create(_clock);
        authority.Save(folder);
        return authority;
    }

    private async Task<TestBed> MakeBedAsync() => DockerEndpoint.Find(_environment) is { } endpoint
        ? await TestBed.CreateAsync(endpoint, _clock, message => TestContext.Current.SendDiagnosticMessage(message), CancellationToken.None).ConfigureAwait(false)
        : throw new TargetUnavailableException(Requirement.Engine);

    /// <summary>What the target calls itself. A target that doesn't tell is for a scenario to judge.</summary>
    private static async Task<TargetFacts> FactsAsync(Target target)
    {
        (string software, string version) = ("", "");
        try
        {
            using var document = JsonDocument.Parse(await target.Federation.GetByteArrayAsync(new Uri("/_matrix/federation/v1/version", UriKind.Relative)).ConfigureAwait(false));
            if (document.RootElement.TryGetProperty("server", out JsonElement server))
            {
                (software, version) = (server.Text("name"), server.Text("version"));
            }
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException)
        {
            TestContext.Current.SendDiagnosticMessage($"{target.Definition.Name} doesn't tell its version: {e.Message}");
        }

        return new TargetFacts(target.Definition.Name, target.Definition.Title, software, version, target.Container?.StartedIn);
    }

    private static async Task ShowLogAsync(Target? target)
    {
        if (target?.Container is not { } container || TestContext.Current.TestOutputHelper is not { } output)
        {
            return;
        }

        const int Lines = 60;
        try
        {
            using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            ContainerState state = await container.InspectAsync(bound.Token).ConfigureAwait(false);
            output.WriteLine($"{container.Name} {(state.IsRunning ? "runs" : $"has ended with code {state.ExitCode}")}. The end of its log:");
            output.WriteLine(await container.LogsAsync(Lines, bound.Token).ConfigureAwait(false));
        }
        catch (Exception e) when (e is HarnessException or HttpRequestException or OperationCanceledException)
        {
            output.WriteLine($"The log of {container.Name} can't be had: {e.Message}");
        }
    }
}
