using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;

namespace Conformance.Suites.Peer.Authentication;

/// <summary>What the signature of a request covers (Server-Server API, Request Authentication).</summary>
internal static class SignedRequest
{
    /// <summary>The bytes that are signed: method, path with query, both servers and the content, as canonical JSON.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">Path and query, as they are sent.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="destination">Who is asked; empty where the header doesn't name it, which leaves it out here, too.</param>
    /// <param name="content">The body; null for none.</param>
    public static byte[] Bytes(string method, string target, string origin, string destination, JsonNode? content)
    {
        var signed = new JsonObject { ["method"] = method, ["uri"] = target, ["origin"] = origin };
        if (destination.Length > 0)
        {
            signed["destination"] = destination;
        }

        if (content is not null)
        {
            signed["content"] = content.DeepClone();
        }

        return CanonicalJson.Bytes(signed);
    }
}
