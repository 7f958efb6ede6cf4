using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A room that is no space has no children.</summary>
internal sealed class FED081 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED081);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node room = visit.Answer.Map.Get("room"u8);
        Node children = room.Get("children_state"u8);
        if (visit.Is("hierarchy") && children.Kind == NodeKind.Array && children.Count > 0 && !room.Get("room_type"u8).TextEquals("m.space"u8))
        {
            visit.Report(Id, visit.Answer, children, ("children", children.Count), ("type", room.Get("room_type"u8).AsString() ?? "none"));
        }
    }
}
