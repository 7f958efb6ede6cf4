namespace Conformance.Suites.Peer.Identity;

/// <summary>Names of servers and what belongs to them (Appendices, Identifier Grammar).</summary>
internal static class ServerName
{
    /// <summary>The server that a user, a room or an alias belongs to: what follows the first colon; empty without one.</summary>
    public static string Of(string identifier)
    {
        int colon = identifier.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : identifier[(colon + 1)..];
    }

    /// <summary>The name without its port: what a certificate is for.</summary>
    public static string HostOf(string server)
    {
        int colon = server.LastIndexOf(':');
        return colon < 0 || server.EndsWith(']') ? server : server[..colon];
    }
}
