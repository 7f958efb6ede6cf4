using System.Text.Json.Nodes;
using Conformance.Suites.Peer.Identity;

namespace Conformance.Suites.Peer.Authentication;

/// <summary>Tells who signed a request (Server-Server API, Request Authentication).</summary>
/// <param name="name">The server that was asked.</param>
/// <param name="keys">The keys of others.</param>
/// <param name="clock">The peer's clock.</param>
internal sealed class RequestVerifier(string name, KeyCache keys, PeerClock clock)
{
    /// <summary>Verifies a request.</summary>
    /// <param name="headers">Its headers of authorisation.</param>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="target">Path and query, as they came.</param>
    /// <param name="content">Its body; null for none.</param>
    /// <returns>Who asks, and null; or the reason why it isn't believed.</returns>
    public async Task<(string Origin, string? Problem)> VerifyAsync(IReadOnlyList<string> headers, string method, string target, JsonNode? content)
    {
        XMatrix[] signed = [.. headers.Select(XMatrix.Parse).OfType<XMatrix>()];
        if (signed.Length == 0)
        {
            return ("", "The request isn't signed: it has no header of authorisation X-Matrix.");
        }

        foreach (XMatrix header in signed)
        {
            if (header.Origin != signed[0].Origin)
            {
                return ("", "The request is signed by several servers.");
            }

            if (await ProblemOfAsync(header, method, target, content) is { } problem)
            {
                return ("", problem);
            }
        }

        return (signed[0].Origin, null);
    }

    private async Task<string?> ProblemOfAsync(XMatrix header, string method, string target, JsonNode? content)
    {
        if (header.Destination.Length > 0 && header.Destination != name)
        {
            return $"The request is signed for {header.Destination}, not for {name}.";
        }

        if (await keys.FindAsync(header.Origin, header.Key) is not { } key)
        {
            return $"The key {header.Key} of {header.Origin} isn't known.";
        }

        if (key.IsRetired || key.UntilTs < clock.Milliseconds)
        {
            return $"The key {header.Key} of {header.Origin} isn't valid any more.";
        }

        byte[] bytes = SignedRequest.Bytes(method, target, header.Origin, header.Destination, content);
        return SignedObject.Verify(key.Key, bytes, header.Signature) ? null : $"The signature of {header.Origin} by {header.Key} isn't good.";
    }
}
