using System.Text;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Media (Server-Server API, Content Repository).</summary>
/// <param name="peer">Who answers.</param>
internal sealed class MediaEndpoints(FederationPeer peer)
{
    private const string Boundary = "conformance-peer-boundary";

    public PeerAnswer Download(PeerRequest request)
    {
        if (!peer.Media.TryGetValue(request.Values["mediaId"], out PeerMedia? media))
        {
            return PeerAnswer.NotFound("There is no such media.");
        }

        string name = media.FileName is { } file ? $"; filename=\"{file}\"" : "";
        byte[] head = Encoding.UTF8.GetBytes(
            $"--{Boundary}\r\nContent-Type: application/json\r\n\r\n{{}}\r\n--{Boundary}\r\nContent-Type: {media.ContentType}\r\nContent-Disposition: inline{name}\r\n\r\n");
        byte[] tail = Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n");
        return new PeerAnswer(200, (byte[])[.. head, .. media.Bytes.Span, .. tail]) { ContentType = $"multipart/mixed; boundary={Boundary}" };
    }
}
