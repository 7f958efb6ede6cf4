using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Rooms whose members may join are named where a join rule asks for them.</summary>
internal sealed class FED083 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED083);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Check(visit, visit.Is("hierarchy") ? visit.Answer.Map.Get("room"u8) : default);
        foreach (Node child in visit.Is("hierarchy") ? visit.Answer.Map.Get("children"u8).Elements() : default)
        {
            Check(visit, child);
        }
    }

    private void Check(FederationVisit visit, Node room)
    {
        Node allowed = room.Get("allowed_room_ids"u8);
        if (allowed.Kind == NodeKind.Array && allowed.Count > 0 && room.Get("join_rule"u8).AsString() is { } rule && rule is not ("restricted" or "knock_restricted"))
        {
            visit.Report(Id, visit.Answer, allowed, ("rule", rule), ("rooms", allowed.Count));
        }
    }
}
