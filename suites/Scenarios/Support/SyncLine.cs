using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Scenarios.Support;

/// <summary>A line of syncs, each from where the one before it ended, and all that they brought.</summary>
/// <param name="user">Who syncs.</param>
/// <param name="isLazy">Whether members are loaded lazily.</param>
internal sealed class SyncLine(ClientUser user, bool isLazy)
{
    private static readonly string[] Memberships = ["join", "leave"];

    private readonly List<JsonObject> _answers = [];

    /// <summary>Where the next sync begins; null for the first.</summary>
    public string? Since { get; set; }

    /// <summary>Syncs once.</summary>
    /// <param name="timeout">How long the target may wait for news, in milliseconds.</param>
    /// <param name="limit">How many events of a room's timeline at most; null for the target's default.</param>
    public async Task<JsonObject> NextAsync(int timeout = 0, int? limit = null)
    {
        var room = new JsonObject { ["state"] = new JsonObject { ["lazy_load_members"] = isLazy } };
        room["timeline"] = new JsonObject { ["lazy_load_members"] = isLazy };
        if (limit is { } most)
        {
            room["timeline"]!["limit"] = most;
        }

        string filter = ClientUser.Escape(new JsonObject { ["room"] = room }.ToJsonString());
        string since = Since is null ? "" : $"&since={ClientUser.Escape(Since)}";
        ClientAnswer answer = await user.CallAsync("GET", string.Create(CultureInfo.InvariantCulture, $"sync?timeout={timeout}&filter={filter}{since}"));
        if (!answer.IsOk)
        {
            throw new InvalidOperationException($"The target doesn't sync: {answer}");
        }

        Since = answer.Object["next_batch"]!.ToString();
        _answers.Add(answer.Object);
        return answer.Object;
    }

    /// <summary>Syncs until an answer is right.</summary>
    /// <exception cref="TimeoutException">None was.</exception>
    public async Task<JsonObject> UntilAsync(Func<JsonObject, bool> isRight, string awaited)
    {
        DateTimeOffset end = DateTimeOffset.UtcNow + ScenarioTest.Bound;
        while (true)
        {
            JsonObject answer = await NextAsync(500);
            if (isRight(answer))
            {
                return answer;
            }

            if (DateTimeOffset.UtcNow > end)
            {
                throw new TimeoutException($"{awaited} didn't come within {ScenarioTest.Bound.TotalSeconds:0.#} s of syncs.");
            }
        }
    }

    /// <summary>Syncs until a room's timeline or state brings an event.</summary>
    public Task<JsonObject> UntilEventAsync(string room, Func<JsonObject, bool> isIt, string awaited) => UntilAsync(answer => EventsOf(answer, room).Any(isIt), awaited);

    /// <summary>Whether any sync of the line has brought an event.</summary>
    public bool HasBrought(string room, string eventId) => _answers.Any(answer => EventsOf(answer, room).Any(made => made["event_id"]?.ToString() == eventId));

    /// <summary>Whether a sync shows a room as joined.</summary>
    public static bool Shows(JsonObject answer, string room, string membership = "join") => answer["rooms"]?[membership]?[room] is not null;

    /// <summary>The events that a sync brings of a room, of state and timeline, whatever the membership.</summary>
    public static IEnumerable<JsonObject> EventsOf(JsonObject answer, string room) =>
        Memberships.Select(membership => answer["rooms"]?[membership]?[room])
            .SelectMany(found => (JsonNode?[])[found?["state"]?["events"], found?["timeline"]?["events"]])
            .SelectMany(list => (list as JsonArray ?? []).OfType<JsonObject>());

    /// <summary>The ephemeral messages that a sync brings of a room.</summary>
    public static IEnumerable<JsonObject> EphemeralOf(JsonObject answer, string room) => (answer["rooms"]?["join"]?[room]?["ephemeral"]?["events"] as JsonArray ?? []).OfType<JsonObject>();
}
