using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The order of a tag is no number from 0 to 1.</summary>
internal sealed class USR018 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR018);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        foreach ((Node room, Node tags) in user.Get("room_tags"u8).Members())
        {
            foreach ((Node tag, Node content) in tags.Members())
            {
                Node order = content.Get("order"u8);
                if (order.Exists && !(order.Kind is NodeKind.Integer or NodeKind.Float && order.DoubleValue is >= 0 and <= 1))
                {
                    visit.Report(Id, order, ("tag", tag.AsString()), ("room", room.AsString()), ("kind", KindName.Of(order)));
                }
            }
        }
    }
}
