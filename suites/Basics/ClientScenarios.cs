using System.Text.Json;
using Conformance.Suites.Harness.Clients;
using Conformance.Suites.Harness.Scenarios;

namespace Conformance.Suites.Basics;

/// <summary>Users come in.</summary>
public class ClientScenarios(SuiteRun run) : ScenarioSuite(run)
{
    [Scenario("BA-1", "names the versions of the Client-Server API")]
    public Task Versions_AnyTarget_AreNamed(string target) => RunAsync(target, async scenario =>
    {
        JsonElement answer = await scenario.Client.CallAsync(HttpMethod.Get, "/_matrix/client/versions", null, null);
        Scenario.Require(
            answer.TryGetProperty("versions", out JsonElement versions) && versions.ValueKind == JsonValueKind.Array && versions.GetArrayLength() > 0,
            $"/_matrix/client/versions names no versions: {answer}");
    });

    [Scenario("BA-2", "registers a user and logs in again on another device")]
    public Task Login_RegisteredUser_GetsAnotherDevice(string target) => RunAsync(target, async scenario =>
    {
        ClientUser registered = await scenario.Client.RegisterAsync($"ba2-{Guid.NewGuid():N}");
        Scenario.Require(
            registered.Id.EndsWith(":" + scenario.Target.ServerName, StringComparison.Ordinal),
            $"The new user {registered.Id} isn't of {scenario.Target.ServerName}.");
        ClientUser again = await scenario.Client.LogInAsync(registered);
        Scenario.Require(again.Id == registered.Id, $"Logging in as {registered.Id} gives {again.Id}.");
        Scenario.Require(again.DeviceId != registered.DeviceId, $"Both sessions are device {again.DeviceId}.");

        JsonElement who = await scenario.Client.CallAsync(HttpMethod.Get, "/_matrix/client/v3/account/whoami", null, again);
        Scenario.Require(
            who.TryGetProperty("user_id", out JsonElement id) && id.ValueEquals(again.Id),
            $"whoami doesn't tell {again.Id}: {who}");
    });
}
