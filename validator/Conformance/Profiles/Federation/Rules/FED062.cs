using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A server speaks for its own users in EDUs.</summary>
internal sealed class FED062 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED062);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Exchange.Endpoint?.Name != "send" || visit.Request is not { IsReadable: true } request || request.Map.Get("origin"u8).AsString() is not { } origin)
        {
            return;
        }

        foreach (Node edu in request.Map.Get("edus"u8).Elements())
        {
            foreach (Node user in UsersOf(edu))
            {
                if (user.AsString() is { } name && name.IndexOf(':', StringComparison.Ordinal) is >= 0 and int colon && name[(colon + 1)..] != origin)
                {
                    visit.Report(Id, request, user, ("user", name), ("type", edu.Get("edu_type"u8).AsString()), ("origin", origin));
                }
            }
        }
    }

    private static List<Node> UsersOf(Node edu)
    {
        Node content = edu.Get("content"u8);
        switch (edu.Get("edu_type"u8).AsString())
        {
            case "m.typing" or "m.device_list_update" or "m.signing_key_update":
                return [content.Get("user_id"u8)];
            case "m.direct_to_device":
                return [content.Get("sender"u8)];
            case "m.presence":
                return Each(content.Get("push"u8));
            case "m.receipt":
                var readers = new List<Node>();
                foreach ((Node _, Node room) in content.Members())
                {
                    foreach ((Node reader, Node _) in room.Get("m.read"u8).Members())
                    {
                        readers.Add(reader);
                    }
                }

                return readers;
            default:
                return [];
        }
    }

    private static List<Node> Each(Node push)
    {
        var users = new List<Node>();
        foreach (Node update in push.Elements())
        {
            users.Add(update.Get("user_id"u8));
        }

        return users;
    }
}
