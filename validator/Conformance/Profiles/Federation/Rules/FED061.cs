using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A transaction is of bounded size.</summary>
internal sealed class FED061 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED061);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Exchange.Endpoint?.Name != "send" || visit.Request is not { } request)
        {
            return;
        }

        foreach ((string name, long count, long limit) in ((string, long, long)[])
            [("pdus", request.Of(PduRole.Transaction)?.Events.Count ?? 0, 50), ("edus", request.Map.Get("edus"u8) is { Kind: NodeKind.Array } edus ? edus.Count : 0, 100)])
        {
            if (count > limit)
            {
                visit.Report(Id, request, request.Root, ("name", name), ("count", count), ("limit", limit));
            }
        }
    }
}
