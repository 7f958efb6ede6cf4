using System.Collections.Immutable;

namespace Conformance.Profiles.Federation;

/// <summary>The endpoints that are known: those of the Server-Server API v1.19, and first versions that servers still answer.</summary>
internal static class FederationEndpoints
{
    private const string V1 = "/_matrix/federation/v1/";
    private const string V2 = "/_matrix/federation/v2/";

    private static readonly PduSlot State = new("state", PduRole.State, IsList: true);
    private static readonly PduSlot AuthChain = new("auth_chain", PduRole.AuthChain, IsList: true);
    private static readonly PduSlot Event = new("event", PduRole.Event, IsList: false);
    private static readonly PduSlot Whole = new("", PduRole.Event, IsList: false);

    /// <summary>All of them, in the order in which they are listed.</summary>
    public static ImmutableArray<FederationEndpoint> All { get; } =
    [
        Get("well-known", "/.well-known/matrix/server", "well-known"),
        Get("version", V1 + "version", "version"),
        Get("keys/server", "/_matrix/key/v2/server", "keys-server").Also("GET", "/_matrix/key/v2/server/{keyId}"),
        Post("keys/query", "/_matrix/key/v2/query", "keys-query").Also("GET", "/_matrix/key/v2/query/{serverName}").Also("GET", "/_matrix/key/v2/query/{serverName}/{keyId}").Asks(),
        Get("make_join", V1 + "make_join/{roomId}/{userId}", "make_join"),
        Put("send_join", V2 + "send_join/{roomId}/{eventId}", "send_join", State, AuthChain, Event).Asks(Whole),
        Put("send_join/v1", V1 + "send_join/{roomId}/{eventId}", "send_join-v1", State, AuthChain, Event).AsPair().Asks(Whole),
        Get("make_leave", V1 + "make_leave/{roomId}/{userId}", "make_leave"),
        Put("send_leave", V2 + "send_leave/{roomId}/{eventId}", "send_leave").Asks(Whole),
        Put("send_leave/v1", V1 + "send_leave/{roomId}/{eventId}", "send_leave-v1").AsPair().Asks(Whole),
        Get("make_knock", V1 + "make_knock/{roomId}/{userId}", "make_knock"),
        Put("send_knock", V1 + "send_knock/{roomId}/{eventId}", "send_knock").Asks(Whole),
        Put("invite", V2 + "invite/{roomId}/{eventId}", "invite", Event).Asks(Event),
        Put("invite/v1", V1 + "invite/{roomId}/{eventId}", "invite-v1", Event).AsPair().Asks(Whole),
        Get("state", V1 + "state/{roomId}", "state", new PduSlot("pdus", PduRole.State, IsList: true), AuthChain),
        Get("state_ids", V1 + "state_ids/{roomId}", "state_ids"),
        Get("event", V1 + "event/{eventId}", "event", new PduSlot("pdus", PduRole.History, IsList: true)),
        Get("event_auth", V1 + "event_auth/{roomId}/{eventId}", "event_auth", AuthChain),
        Get("backfill", V1 + "backfill/{roomId}", "backfill", new PduSlot("pdus", PduRole.History, IsList: true)),
        Post("get_missing_events", V1 + "get_missing_events/{roomId}", "get_missing_events", new PduSlot("events", PduRole.History, IsList: true)).Asks(),
        Get("timestamp_to_event", V1 + "timestamp_to_event/{roomId}", "timestamp_to_event"),
        Put("send", V1 + "send/{txnId}", "send").Asks(new PduSlot("pdus", PduRole.Transaction, IsList: true)) with { HasManyRooms = true },
        Get("query/directory", V1 + "query/directory", "query-directory"),
        Get("query/profile", V1 + "query/profile", "query-profile"),
        Get("user/devices", V1 + "user/devices/{userId}", "user-devices"),
        Post("user/keys/query", V1 + "user/keys/query", "user-keys-query").Asks(),
        Post("user/keys/claim", V1 + "user/keys/claim", "user-keys-claim").Asks(),
        Get("publicRooms", V1 + "publicRooms", "publicRooms"),
        Post("publicRooms/search", V1 + "publicRooms", "publicRooms").Asks(),
        Get("hierarchy", V1 + "hierarchy/{roomId}", "hierarchy"),
        Get("openid/userinfo", V1 + "openid/userinfo", "openid-userinfo"),
        Get("media/download", V1 + "media/download/{mediaId}", "error") with { IsMultipart = true },
        Get("media/thumbnail", V1 + "media/thumbnail/{mediaId}", "error") with { IsMultipart = true },
        Put("exchange_third_party_invite", V1 + "exchange_third_party_invite/{roomId}", "exchange_third_party_invite").Asks(),
        Put("3pid/onbind", V1 + "3pid/onbind", "3pid-onbind").Asks(),
        Post("policy/sign", "/_matrix/policy/v1/sign", "policy-sign").Asks(Whole),
        new("error", [], BodyForm.Error),
    ];

    /// <summary>What a request to an unknown endpoint is answered with.</summary>
    public static FederationEndpoint Error => All[^1];

    /// <summary>Finds an endpoint.</summary>
    /// <param name="name">Its name, exactly.</param>
    /// <returns>The endpoint, or null.</returns>
    public static FederationEndpoint? Find(string name) => All.FirstOrDefault(endpoint => endpoint.Name == name);

    /// <summary>Finds the endpoint that a request went to.</summary>
    /// <param name="method">The HTTP method; null when it isn't known.</param>
    /// <param name="path">The path without a query, still encoded.</param>
    /// <returns>The endpoint, and what varies in the path, by name; null when no endpoint is there.</returns>
    public static (FederationEndpoint Endpoint, IReadOnlyDictionary<string, string> Values)? Match(string? method, string path)
    {
        string[] segments = [.. path.Split('/').Select(Uri.UnescapeDataString)];
        foreach (FederationEndpoint endpoint in All)
        {
            foreach (EndpointRoute route in endpoint.Routes)
            {
                if ((method is null || route.Method == method) && route.Match(segments) is { } values)
                {
                    return (endpoint, values);
                }
            }
        }

        return null;
    }

    private static FederationEndpoint Get(string name, string path, string schema, params PduSlot[] slots) => Of("GET", name, path, schema, slots);

    private static FederationEndpoint Put(string name, string path, string schema, params PduSlot[] slots) => Of("PUT", name, path, schema, slots);

    private static FederationEndpoint Post(string name, string path, string schema, params PduSlot[] slots) => Of("POST", name, path, schema, slots);

    private static FederationEndpoint Of(string method, string name, string path, string schema, PduSlot[] slots) =>
        new(name, [new EndpointRoute(method, path)], new BodyForm($"federation/{schema}.json#/$defs/answer", [.. slots]));

    private static FederationEndpoint Also(this FederationEndpoint endpoint, string method, string path) =>
        endpoint with { Routes = endpoint.Routes.Add(new EndpointRoute(method, path)) };

    private static FederationEndpoint AsPair(this FederationEndpoint endpoint) => endpoint with { Answer = endpoint.Answer with { IsPair = true } };

    private static FederationEndpoint Asks(this FederationEndpoint endpoint, params PduSlot[] slots) =>
        endpoint with { Request = new BodyForm(endpoint.Answer.Schema.Replace("answer", "request", StringComparison.Ordinal), [.. slots]) };
}
