using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A room of a space is accessible or not.</summary>
internal sealed class FED066 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED066);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("hierarchy"))
        {
            return;
        }

        var children = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node child in visit.Answer.Map.Get("children"u8).Elements())
        {
            children.Add(child.Get("room_id"u8).AsString() ?? "");
        }

        foreach (Node closed in visit.Answer.Map.Get("inaccessible_children"u8).Elements())
        {
            if (closed.AsString() is { } text && children.Contains(text))
            {
                visit.Report(Id, visit.Answer, closed, ("room", text));
            }
        }
    }
}
