using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A template is made for the room and the user that were named.</summary>
internal sealed class FED036 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED036);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.IsAnyOf("make_join", "make_leave", "make_knock"))
        {
            return;
        }

        Node template = visit.Answer.Map.Get("event"u8);
        foreach ((string member, string variable) in ((string, string)[])[("room_id", "roomId"), ("sender", "userId"), ("state_key", "userId")])
        {
            Node found = template.Get(System.Text.Encoding.UTF8.GetBytes(member));
            if (found.Kind == NodeKind.Text && visit.Exchange.Values.TryGetValue(variable, out string? asked) && found.AsString() != asked)
            {
                visit.Report(Id, visit.Answer, found, ("name", member), ("found", found.AsString()), ("asked", asked));
            }
        }
    }
}
