using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Peer.Serving.Endpoints;

/// <summary>Transactions that come in (Server-Server API, Transactions).</summary>
/// <param name="peer">Who receives.</param>
internal sealed class TransactionEndpoint(FederationPeer peer)
{
    private const int MostPdus = 50;
    private const int MostEdus = 100;

    private readonly ConcurrentDictionary<(string Origin, string Txn), Lazy<Task<PeerAnswer>>> _answered = new();

    /// <summary>Takes a transaction. One that comes again is answered as before and does nothing.</summary>
    public Task<PeerAnswer> SendAsync(PeerRequest request) =>
        _answered.GetOrAdd((request.Origin, request.Values["txnId"]), _ => new Lazy<Task<PeerAnswer>>(() => TakeAsync(request))).Value;

    private async Task<PeerAnswer> TakeAsync(PeerRequest request)
    {
        JsonArray pdus = request.Object["pdus"] as JsonArray ?? [];
        JsonArray edus = request.Object["edus"] as JsonArray ?? [];
        if (pdus.Count > MostPdus || edus.Count > MostEdus)
        {
            return PeerAnswer.Error(400, "M_TOO_LARGE", $"A transaction has {MostPdus} PDUs and {MostEdus} EDUs at most.");
        }

        var answers = new JsonObject();
        foreach (JsonObject pdu in pdus.OfType<JsonObject>())
        {
            (string id, string? problem) = await peer.ReceiveAsync(request.Origin, (JsonObject)pdu.DeepClone());
            if (id.Length > 0)
            {
                answers[id] = problem is null ? [] : new JsonObject { ["error"] = problem };
            }
        }

        foreach (JsonObject edu in edus.OfType<JsonObject>())
        {
            peer.Edus.Add(new ReceivedEdu(request.Origin, edu["edu_type"]?.ToString() ?? "", edu["content"] is JsonObject content ? (JsonObject)content.DeepClone() : []));
        }

        return PeerAnswer.Json(new JsonObject { ["pdus"] = answers });
    }
}
