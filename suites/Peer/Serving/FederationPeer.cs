using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Generator.Events;
using Conformance.Suites.Peer.Authentication;
using Conformance.Suites.Peer.Calling;
using Conformance.Suites.Peer.Control;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Rooms;
using Conformance.Suites.Peer.Users;
using Conformance.Suites.Peer.Wire;

namespace Conformance.Suites.Peer.Serving;

/// <summary>
/// A homeserver for tests: it answers every request of the Server-Server API truly, unless a <see cref="Behaviour"/> says otherwise, asks others as
/// a client, and keeps every exchange. Any number of threads.
/// </summary>
internal sealed partial class FederationPeer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, PeerRoom> _rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (JsonObject Pdu, string Version)> _invites = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly List<Behaviour> _behaviours = [];
    private readonly RequestVerifier _verifier;
    private readonly EndpointTable _endpoints;

    internal FederationPeer(string name, PeerNetwork network, PeerListener listener, PeerKeys keys)
    {
        Name = name;
        Network = network;
        Listener = listener;
        Keys = keys;
        Clock = new PeerClock(network.Time);
        Signing = new EventSigning(network.Find, Clock);
        Client = new FederationClient(this);

        // Whatever its own clock says, the peer judges keys of others by the right time.
        var right = new PeerClock(network.Time);
        KnownKeys = new KeyCache(FetchKeysAsync, right);
        Users = new UserDirectory(name, Clock);
        _verifier = new RequestVerifier(name, KnownKeys, right);
        _endpoints = new EndpointTable(this);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The network that it belongs to.</summary>
    public PeerNetwork Network { get; }

    /// <summary>Where it listens.</summary>
    public PeerListener Listener { get; }

    /// <summary>Its signing keys.</summary>
    public PeerKeys Keys { get; }

    /// <summary>Its clock.</summary>
    public PeerClock Clock { get; }

    /// <summary>Signs events, of other peers' users too.</summary>
    public EventSigning Signing { get; }

    /// <summary>Asks other servers.</summary>
    public FederationClient Client { get; }

    /// <summary>The keys of other servers.</summary>
    public KeyCache KnownKeys { get; }

    /// <summary>Its users: profiles, devices, keys.</summary>
    public UserDirectory Users { get; }

    /// <summary>Media by ID.</summary>
    public ConcurrentDictionary<string, PeerMedia> Media { get; } = new(StringComparer.Ordinal);

    /// <summary>Whom OpenID tokens belong to.</summary>
    public ConcurrentDictionary<string, string> OpenIdTokens { get; } = new(StringComparer.Ordinal);

    /// <summary>Rooms in the public list.</summary>
    public ConcurrentDictionary<string, PeerRoom> Published { get; } = new(StringComparer.Ordinal);

    /// <summary>The rooms that it is in or was in.</summary>
    public IReadOnlyCollection<PeerRoom> Rooms => [.. _rooms.Values];

    /// <summary>Requests as they come in, before they are answered.</summary>
    public Observed<PeerRequest> Requests { get; } = new("requests");

    /// <summary>Finished exchanges in both directions.</summary>
    public Observed<RecordedExchange> Exchanges { get; } = new("exchanges");

    /// <summary>Events that came by transactions, good or not.</summary>
    public Observed<ReceivedPdu> Pdus { get; } = new("PDUs");

    /// <summary>Ephemeral messages that came by transactions.</summary>
    public Observed<ReceivedEdu> Edus { get; } = new("EDUs");

    /// <summary>Whether a room that events come for and that isn't known makes them an error.</summary>
    public bool KnowsRoom(string roomId) => _rooms.ContainsKey(roomId);

    /// <summary>Founds a room here.</summary>
    public PeerRoom Found(string version, string creator, RoomOptions? options = null)
    {
        PeerRoom room = PeerRoom.Found(RoomVersion.Of(version), creator, Signing, options);
        Take(room);
        return room;
    }

    /// <summary>Takes a room over, which it may share with other peers.</summary>
    public void Take(PeerRoom room) => _rooms[room.RoomId] = room;

    /// <summary>A room; null for one that isn't known.</summary>
    public PeerRoom? FindRoom(string? roomId) => roomId is null ? null : _rooms.GetValueOrDefault(roomId);

    /// <summary>Gives an alias to a room.</summary>
    public void SetAlias(string alias, string roomId) => _aliases[alias] = roomId;

    /// <summary>The room of an alias; null for none.</summary>
    public string? FindAlias(string alias) => _aliases.GetValueOrDefault(alias);

    /// <summary>Invitations that came, by the invited user and the room.</summary>
    public IReadOnlyDictionary<string, (JsonObject Pdu, string Version)> Invites => _invites;

    /// <summary>Says what is done with some requests in place of the truth.</summary>
    /// <param name="endpoint">The endpoint, by the name that <c>validate federation</c> has for it; empty for all.</param>
    /// <param name="room">The room; null for all.</param>
    /// <param name="at">The event in the path or the query; null for all.</param>
    /// <param name="origin">Who asks; null for all.</param>
    /// <param name="nth">Which of the requests that fit, from 1; null for all.</param>
    /// <param name="when">What else must hold.</param>
    public Behaviour On(string endpoint, string? room = null, string? at = null, string? origin = null, int? nth = null, Func<PeerRequest, bool>? when = null)
    {
        var behaviour = new Behaviour(endpoint, Forget) { Room = room, Event = at, Origin = origin, Nth = nth, When = when };
        lock (_lock)
        {
            _behaviours.Add(behaviour);
        }

        return behaviour;
    }

    /// <summary>Ends all that was said of requests. What is held goes on.</summary>
    public void BeTrue()
    {
        Behaviour[] behaviours;
        lock (_lock)
        {
            behaviours = [.. _behaviours];
            _behaviours.Clear();
        }

        foreach (Behaviour behaviour in behaviours)
        {
            behaviour.Gate?.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        BeTrue();
        await Listener.DisposeAsync();
        Client.Dispose();
    }

    internal void KeepInvite(string user, string roomId, JsonObject pdu, string version) => _invites[$"{user} {roomId}"] = (pdu, version);

    internal Behaviour? BehaviourFor(PeerRequest request)
    {
        lock (_lock)
        {
            Behaviour? last = null;
            foreach (Behaviour behaviour in _behaviours)
            {
                if (behaviour.Applies(request))
                {
                    last = behaviour;
                }
            }

            return last;
        }
    }

    private void Forget(Behaviour behaviour)
    {
        lock (_lock)
        {
            _behaviours.Remove(behaviour);
        }
    }

    private async Task<JsonObject?> FetchKeysAsync(string server)
    {
        if (server == Name)
        {
            return Keys.Publish(Clock.Now);
        }

        FederationAnswer answer = await Client.GetAsync(server, "/_matrix/key/v2/server", isSigned: false);
        return answer.Status == 200 ? answer.Json as JsonObject : null;
    }
}
