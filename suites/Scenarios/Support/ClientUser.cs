using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Suites.Harness.Targets;

namespace Conformance.Suites.Scenarios.Support;

/// <summary>A user of the target, who drives it over the Client-Server API.</summary>
internal sealed class ClientUser
{
    private const string V3 = "/_matrix/client/v3/";

    private static long _transactions;

    private readonly HttpClient _http;
    private readonly string _token;

    private ClientUser(HttpClient http, string id, string token, string device)
    {
        _http = http;
        _token = token;
        Id = id;
        Device = device;
    }

    /// <summary>The user's ID.</summary>
    public string Id { get; }

    /// <summary>The device that the token belongs to.</summary>
    public string Device { get; }

    /// <summary>Registers a user under a name that nobody has.</summary>
    public static async Task<ClientUser> RegisterAsync(Target target, string name)
    {
        string local = string.Create(CultureInfo.InvariantCulture, $"{name}{Interlocked.Increment(ref _transactions)}");
        var content = new JsonObject
        {
            ["username"] = local,
            ["password"] = "a password of a test",
            ["auth"] = new JsonObject { ["type"] = "m.login.dummy" },
        };
        ClientAnswer answer = await SendAsync(target.Client, null, "POST", V3 + "register", content);
        return answer.IsOk
            ? new ClientUser(target.Client, answer.Object["user_id"]!.ToString(), answer.Object["access_token"]!.ToString(), answer.Object["device_id"]!.ToString())
            : throw new InvalidOperationException($"The target registers no user: {answer}");
    }

    /// <summary>Calls an endpoint.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below <c>/_matrix/client/v3/</c>, encoded.</param>
    /// <param name="content">The body; null for none.</param>
    public Task<ClientAnswer> CallAsync(string method, string path, JsonNode? content = null) => SendAsync(_http, _token, method, V3 + path, content);

    /// <summary>Asks for something in a room.</summary>
    public Task<ClientAnswer> RoomAsync(string room, string path) => CallAsync("GET", $"rooms/{Escape(room)}/{path}");

    /// <summary>Makes a room.</summary>
    /// <returns>Its ID.</returns>
    public async Task<string> CreateRoomAsync(string? version = null, JsonObject? options = null)
    {
        JsonObject content = options ?? new JsonObject { ["preset"] = "public_chat" };
        if (version is not null)
        {
            content["room_version"] = version;
        }

        ClientAnswer answer = await CallAsync("POST", "createRoom", content);
        return answer.IsOk ? answer.Object["room_id"]!.ToString() : throw new InvalidOperationException($"The target makes no room: {answer}");
    }

    /// <summary>Joins a room through servers.</summary>
    public Task<ClientAnswer> JoinAsync(string room, params string[] via)
    {
        string query = string.Join('&', via.SelectMany(server => (string[])[$"server_name={Escape(server)}", $"via={Escape(server)}"]));
        return CallAsync("POST", $"join/{Escape(room)}{(query.Length > 0 ? "?" + query : "")}", new JsonObject());
    }

    /// <summary>Leaves a room.</summary>
    public Task<ClientAnswer> LeaveAsync(string room) => CallAsync("POST", $"rooms/{Escape(room)}/leave", new JsonObject());

    /// <summary>Says something.</summary>
    /// <returns>The event's ID.</returns>
    public async Task<string> SayAsync(string room, string body)
    {
        string transaction = string.Create(CultureInfo.InvariantCulture, $"c{Interlocked.Increment(ref _transactions)}");
        ClientAnswer answer = await CallAsync("PUT", $"rooms/{Escape(room)}/send/m.room.message/{transaction}", new JsonObject { ["msgtype"] = "m.text", ["body"] = body });
        return answer.IsOk ? answer.Object["event_id"]!.ToString() : throw new InvalidOperationException($"The target sends no message: {answer}");
    }

    /// <summary>Sets state.</summary>
    public Task<ClientAnswer> SetAsync(string room, string type, JsonObject content, string stateKey = "") =>
        CallAsync("PUT", $"rooms/{Escape(room)}/state/{type}/{Escape(stateKey)}", content);

    /// <summary>Invites a user.</summary>
    public Task<ClientAnswer> InviteAsync(string room, string user) => CallAsync("POST", $"rooms/{Escape(room)}/invite", new JsonObject { ["user_id"] = user });

    /// <summary>Bans, kicks or unbans a user.</summary>
    public Task<ClientAnswer> ActAsync(string room, string action, string user) => CallAsync("POST", $"rooms/{Escape(room)}/{action}", new JsonObject { ["user_id"] = user });

    /// <summary>An event, as the user sees it.</summary>
    public Task<ClientAnswer> EventAsync(string room, string id) => RoomAsync(room, $"event/{Escape(id)}");

    /// <summary>Begins a line of syncs.</summary>
    /// <param name="isLazy">Whether members are loaded lazily.</param>
    public SyncLine Sync(bool isLazy) => new(this, isLazy);

    /// <summary>Asks again until the answer is right.</summary>
    /// <param name="ask">Asks.</param>
    /// <param name="isRight">Tells it.</param>
    /// <param name="awaited">What is waited for.</param>
    /// <exception cref="TimeoutException">It didn't become right.</exception>
    public static async Task<ClientAnswer> UntilAsync(Func<Task<ClientAnswer>> ask, Func<ClientAnswer, bool> isRight, string awaited)
    {
        DateTimeOffset end = DateTimeOffset.UtcNow + ScenarioTest.Bound;
        while (true)
        {
            ClientAnswer answer = await ask();
            if (isRight(answer))
            {
                return answer;
            }

            if (DateTimeOffset.UtcNow > end)
            {
                throw new TimeoutException($"{awaited} didn't come about within {ScenarioTest.Bound.TotalSeconds:0.#} s. The last answer: {answer}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    internal static string Escape(string text) => Uri.EscapeDataString(text);

    private static async Task<ClientAnswer> SendAsync(HttpClient http, string? token, string method, string path, JsonNode? content)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (content is not null)
        {
            request.Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await http.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        try
        {
            return new ClientAnswer((int)response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
        }
        catch (JsonException)
        {
            return new ClientAnswer((int)response.StatusCode, null);
        }
    }
}
