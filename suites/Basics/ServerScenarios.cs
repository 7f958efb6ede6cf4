using System.Text.Json;
using Conformance.Suites.Harness.Recording;
using Conformance.Suites.Harness.Scenarios;
using Xunit;

namespace Conformance.Suites.Basics;

/// <summary>What anybody may ask a server.</summary>
public class ServerScenarios(SuiteRun run) : ScenarioSuite(run)
{
    [Scenario("BA-3", "tells its version to other servers", Requirements = "FED-1")]
    public Task Version_AskedByAnybody_PassesTheValidator(string target) => RunAsync(target, async scenario =>
    {
        Exchange exchange = await scenario.GetUnsignedAsync("/_matrix/federation/v1/version");
        Scenario.RequireStatus(exchange, 200);
        scenario.RequireValid(exchange);
    });

    [Scenario("BA-4", "publishes its signing keys, signed by themselves", Requirements = "FED-1 FED-40")]
    public Task Keys_AskedByAnybody_PassTheValidator(string target) => RunAsync(target, async scenario =>
    {
        Exchange exchange = await scenario.GetUnsignedAsync("/_matrix/key/v2/server");
        Scenario.RequireStatus(exchange, 200);
        scenario.RequireValid(exchange);
        using var body = JsonDocument.Parse(exchange.Body);
        Scenario.Require(
            body.RootElement.TryGetProperty("server_name", out JsonElement name) && name.ValueEquals(scenario.Target.ServerName),
            $"The keys are those of {name}, not of {scenario.Target.ServerName}.");
    });

    [Scenario("BA-5", "keeps its keys when it is stopped and started again")]
    public Task Keys_AfterARestart_AreTheSame(string target) => RunAsync(target, async scenario =>
    {
        // A target of its own: others use the shared one at the same time.
        Assert.SkipWhen(scenario.Bed is null, "A server that runs already isn't stopped.");
        await using Harness.Targets.Target own = await scenario.Bed!.StartAsync(scenario.Target.Definition, new(), scenario.Cancellation);
        var recorder = new ExchangeRecorder(own.ServerName, TimeProvider.System);
        string before = await KeysAsync(recorder, own, scenario.Cancellation);
        await own.Container!.StopAsync(scenario.Cancellation);
        await own.Container.StartAsync(scenario.Cancellation);
        string after = await KeysAsync(recorder, own, scenario.Cancellation);
        Scenario.Require(before == after, $"The keys were {before} and are {after}.");
    });

    private static async Task<string> KeysAsync(ExchangeRecorder recorder, Harness.Targets.Target target, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/_matrix/key/v2/server", UriKind.Relative));
        Exchange exchange = await recorder.SendAsync(target.Federation, request, cancellation);
        Scenario.RequireStatus(exchange, 200);
        using var body = JsonDocument.Parse(exchange.Body);
        return body.RootElement.GetProperty("verify_keys").ToString();
    }
}
