using System.Collections.Concurrent;
using System.Net;

namespace Conformance.Suites.Peer.Identity;

/// <summary>Tells where the servers of a run listen, in place of well-known files and DNS: nothing is asked outside of the machine.</summary>
internal sealed class ServerDirectory
{
    private readonly ConcurrentDictionary<string, IPEndPoint> _places = new(StringComparer.Ordinal);

    /// <summary>Where a server listens for federation over TLS.</summary>
    public void Set(string server, IPEndPoint place) => _places[server] = place;

    /// <summary>Where a server listens; null when it isn't of this run.</summary>
    public IPEndPoint? Find(string server) => _places.GetValueOrDefault(server);
}
