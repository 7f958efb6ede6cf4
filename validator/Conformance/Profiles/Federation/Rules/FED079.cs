using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Rooms of all networks aren't asked for together with those of one.</summary>
internal sealed class FED079 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED079);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Asks("publicRooms") && visit.Exchange.Asked("include_all_networks") == "true" && visit.Exchange.Asked("third_party_instance_id") is { Length: > 0 } one)
        {
            visit.ReportRequest(Id, ("network", one));
        }
        else if (visit.Asks("publicRooms/search") && visit.Request is { IsReadable: true } request && request.Map.Get("include_all_networks"u8).Kind == NodeKind.True
            && request.Map.Get("third_party_instance_id"u8) is var node && node.AsString() is { Length: > 0 } named)
        {
            visit.Report(Id, request, node, ("network", named));
        }
    }
}
