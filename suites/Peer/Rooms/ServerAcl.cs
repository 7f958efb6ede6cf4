using System.IO.Enumeration;
using System.Net;
using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Rooms;

/// <summary>Which servers a room keeps out (Client-Server API, Server Access Control Lists).</summary>
internal static class ServerAcl
{
    /// <summary>Whether a server may take part in a room of a given state.</summary>
    public static bool Allows(RoomState state, string server)
    {
        if (state["m.room.server_acl"]?.Json["content"] is not JsonObject acl)
        {
            return true;
        }

        string host = ServerName.HostOf(server);
        bool isAddress = IPAddress.TryParse(host.Trim('[', ']'), out _);
        if (isAddress && acl["allow_ip_literals"] is JsonValue literals && literals.TryGetValue(out bool allowed) && !allowed)
        {
            return false;
        }

        return !Matches(acl["deny"], host) && Matches(acl["allow"], host);
    }

    private static bool Matches(JsonNode? patterns, string host) =>
        patterns is JsonArray list && list.Any(pattern => pattern is JsonValue value && value.TryGetValue(out string? glob) && FileSystemName.MatchesSimpleExpression(glob.Replace("\\", "\\\\", StringComparison.Ordinal), host));
}
