using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Conformance.Suites.Peer.Identity;
using Conformance.Suites.Peer.Wire;

namespace Conformance.Suites.Peer.Serving;

/// <summary>The peers of a run: where they listen, whom they trust, how they find each other and the targets.</summary>
internal sealed class PeerNetwork : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, PeerKeys> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<FederationPeer> _peers = [];
    private readonly IPAddress _address;
    private readonly ulong _seed;
    private long _exchanges;

    /// <summary>A network without peers.</summary>
    /// <param name="address">The address that peers listen on; nothing else is bound.</param>
    /// <param name="certificates">The authority of the run.</param>
    /// <param name="time">The clock; null for the machine's.</param>
    /// <param name="seed">Makes other keys.</param>
    public PeerNetwork(IPAddress address, ICertificateSource certificates, TimeProvider? time = null, ulong seed = 0)
    {
        _address = address;
        _seed = seed;
        Certificates = certificates;
        Time = time ?? TimeProvider.System;
    }

    /// <summary>The authority of the run.</summary>
    public ICertificateSource Certificates { get; }

    /// <summary>The clock of the machine.</summary>
    public TimeProvider Time { get; }

    /// <summary>Where the servers of the run listen.</summary>
    public ServerDirectory Directory { get; } = new();

    /// <summary>All exchanges of all peers, finished ones, as evidence.</summary>
    public Observed<RecordedExchange> Exchanges { get; } = new("exchanges");

    /// <summary>The peers.</summary>
    public IReadOnlyCollection<FederationPeer> Peers => _peers;

    /// <summary>Adds a peer with a listener of its own. Its name has the port, so that no server asks DNS or a well-known file for it.</summary>
    /// <param name="host">Its host.</param>
    /// <param name="port">Its port; 0 for any that is free.</param>
    public async Task<FederationPeer> AddAsync(string host, int port = 0)
    {
        PeerListener listener = await PeerListener.StartAsync(_address, port);
        string name = string.Create(CultureInfo.InvariantCulture, $"{host}:{listener.Place.Port}");
        return Add(name, listener);
    }

    /// <summary>Adds a peer to a listener that serves others, too.</summary>
    public FederationPeer Add(string name, PeerListener listener)
    {
        var peer = new FederationPeer(name, this, listener, Invent(name));
        listener.Add(peer, Certificates.For(ServerName.HostOf(name)));
        Directory.Set(name, listener.Place);
        _peers.Add(peer);
        return peer;
    }

    /// <summary>The keys of a server that is played by a peer, or by nobody: its members' events can be signed all the same.</summary>
    public PeerKeys Invent(string server) => _keys.GetOrAdd(server, name => new PeerKeys(name, _seed));

    /// <summary>The keys of a server of ours; null for any other.</summary>
    public PeerKeys? Find(string server) => _keys.GetValueOrDefault(server);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (FederationPeer peer in _peers)
        {
            await peer.DisposeAsync();
        }
    }

    internal long NextExchange() => Interlocked.Increment(ref _exchanges);
}
