using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Suites.Harness.Recording;
using Conformance.Suites.Harness.Scenarios;
using Conformance.Suites.Harness.Targets;

namespace Conformance.Suites.Harness.Clients;

/// <summary>The Client-Server API of a target: users come in here.</summary>
/// <param name="target">The target.</param>
/// <param name="recorder">Keeps what is said.</param>
/// <param name="cancellation">Stops it.</param>
public sealed class ClientApi(Target target, ExchangeRecorder recorder, CancellationToken cancellation)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Makes a user in the way that the target offers: by a shared secret, or as anybody may.</summary>
    /// <param name="localPart">The user's name before the colon; the password is made of it.</param>
    /// <param name="isAdmin">Whether it is to be an administrator, which takes a shared secret.</param>
    /// <exception cref="HarnessException">The target's file names no way.</exception>
    public Task<ClientUser> RegisterAsync(string localPart, bool isAdmin = false) => target.Definition.Capabilities switch
    {
        { SharedSecret: { } secret } => RegisterBySecretAsync(localPart, secret, isAdmin),
        { OpenRegistration: true } when !isAdmin => RegisterOpenlyAsync(localPart),
        _ => throw new HarnessException($"{target.Definition.Name}: its file names neither a shared secret nor open registration, so no {(isAdmin ? "administrator" : "user")} can be made."),
    };

    /// <summary>Makes a user through <c>/_synapse/admin/v1/register</c>.</summary>
    /// <param name="localPart">The user's name before the colon.</param>
    /// <param name="secret">The shared secret.</param>
    /// <param name="isAdmin">Whether it is to be an administrator.</param>
    public async Task<ClientUser> RegisterBySecretAsync(string localPart, string secret, bool isAdmin)
    {
        const string Path = "/_synapse/admin/v1/register";
        JsonElement start = await CallAsync(HttpMethod.Get, Path, null, null).ConfigureAwait(false);
        string nonce = Text(start, "nonce", Path);
        string password = PasswordOf(localPart);
        string signed = $"{nonce}\0{localPart}\0{password}\0{(isAdmin ? "admin" : "notadmin")}";
#pragma warning disable CA5350 // The endpoint wants it so.
        byte[] mac = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));
#pragma warning restore CA5350
        var body = new JsonObject
        {
            ["nonce"] = nonce,
            ["username"] = localPart,
            ["password"] = password,
            ["admin"] = isAdmin,
            ["mac"] = Convert.ToHexStringLower(mac),
        };
        return UserOf(await CallAsync(HttpMethod.Post, Path, body, null).ConfigureAwait(false), password, Path);
    }

    /// <summary>Makes a user with <c>m.login.dummy</c>.</summary>
    /// <param name="localPart">The user's name before the colon.</param>
    public async Task<ClientUser> RegisterOpenlyAsync(string localPart)
    {
        const string Path = "/_matrix/client/v3/register";
        string password = PasswordOf(localPart);
        var body = new JsonObject { ["username"] = localPart, ["password"] = password, ["auth"] = new JsonObject { ["type"] = "m.login.dummy" } };
        return UserOf(await CallAsync(HttpMethod.Post, Path, body, null).ConfigureAwait(false), password, Path);
    }

    /// <summary>Logs a user in on a new device.</summary>
    /// <param name="user">The user.</param>
    public async Task<ClientUser> LogInAsync(ClientUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        const string Path = "/_matrix/client/v3/login";
        var body = new JsonObject
        {
            ["type"] = "m.login.password",
            ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = user.Id },
            ["password"] = user.Password,
        };
        return UserOf(await CallAsync(HttpMethod.Post, Path, body, null).ConfigureAwait(false), user.Password, Path);
    }

    /// <summary>Calls an endpoint and takes the body of its answer of status 200.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="user">Who calls; null for nobody.</param>
    /// <exception cref="ScenarioFailedException">The answer has another status or isn't JSON.</exception>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, JsonNode? body, ClientUser? user)
    {
        Exchange exchange = await SendAsync(method, path, body, user).ConfigureAwait(false);
        Scenario.RequireStatus(exchange, 200);
        try
        {
            using var document = JsonDocument.Parse(exchange.Body, Deep);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new ScenarioFailedException($"{exchange}: the body isn't JSON: {e.Message}", e);
        }
    }

    /// <summary>Calls an endpoint, whatever it answers.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="user">Who calls; null for nobody.</param>
    public async Task<Exchange> SendAsync(HttpMethod method, string path, JsonNode? body, ClientUser? user)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (user is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", user.AccessToken);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await recorder.SendAsync(target.Client, request, cancellation).ConfigureAwait(false);
    }

    private static string PasswordOf(string localPart) => string.Create(CultureInfo.InvariantCulture, $"password of {localPart}");

    private static ClientUser UserOf(JsonElement answer, string password, string path) =>
        new(Text(answer, "user_id", path), Text(answer, "device_id", path), Text(answer, "access_token", path), password);

    private static string Text(JsonElement answer, string name, string path) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()!
            : throw new ScenarioFailedException($"{path}: the answer has no text {name}.");
}
