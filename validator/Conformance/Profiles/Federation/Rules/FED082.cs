using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The children of a space are those that its state names.</summary>
internal sealed class FED082 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED082);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node state = visit.Answer.Map.Get("room"u8).Get("children_state"u8);
        if (!visit.Is("hierarchy") || state.Kind != NodeKind.Array)
        {
            return;
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node entry in state.Elements())
        {
            named.Add(entry.Get("state_key"u8).AsString() ?? "");
        }

        foreach (Node child in visit.Answer.Map.Get("children"u8).Elements())
        {
            Check(visit, child.Get("room_id"u8), named);
        }

        foreach (Node closed in visit.Answer.Map.Get("inaccessible_children"u8).Elements())
        {
            Check(visit, closed, named);
        }
    }

    private void Check(FederationVisit visit, Node room, HashSet<string> named)
    {
        if (room.AsString() is { } id && !named.Contains(id))
        {
            visit.Report(Id, visit.Answer, room, ("room", id));
        }
    }
}
