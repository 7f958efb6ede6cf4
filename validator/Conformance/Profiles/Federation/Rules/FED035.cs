using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Missing events are no deeper in the past than was asked for.</summary>
internal sealed class FED035 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED035);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("get_missing_events") || visit.Room is not { } room || visit.Answer.Of(PduRole.History) is not { } list
            || visit.Request is not { IsReadable: true } request || request.Map.Get("min_depth"u8) is not { Kind: NodeKind.Integer } least || (least.Flags & NodeFlags.BigInteger) != 0)
        {
            return;
        }

        foreach (ListedEvent listed in list.Events)
        {
            if (listed.Index >= 0 && room.IsUsable(listed.Index) && room.DepthOf(listed.Index) < least.Int64Value)
            {
                visit.ReportAt(Id, visit.Answer, list, listed, ("depth", room.DepthOf(listed.Index)), ("least", least.Int64Value));
            }
        }
    }
}
