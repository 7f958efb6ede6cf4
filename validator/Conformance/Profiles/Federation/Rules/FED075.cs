using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A server is asked about its own users and aliases.</summary>
internal sealed class FED075 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED075);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Exchange.HasRequest || visit.Exchange.Destination is not { } server)
        {
            return;
        }

        foreach (string asked in AskedFor(visit))
        {
            if (ServerNames.Of(asked) is { } found && found != server)
            {
                visit.ReportRequest(Id, ("name", asked), ("server", server));
            }
        }
    }

    private static List<string> AskedFor(FederationVisit visit)
    {
        var asked = new List<string>();
        Node users = visit.Request is { IsReadable: true } request
            ? visit.Asks("user/keys/query") ? request.Map.Get("device_keys"u8) : visit.Asks("user/keys/claim") ? request.Map.Get("one_time_keys"u8) : default
            : default;
        foreach ((Node user, Node _) in users.Members())
        {
            asked.Add(user.AsString() ?? "");
        }

        string? one = visit.Asks("query/profile") ? visit.Exchange.Asked("user_id")
            : visit.Asks("query/directory") ? visit.Exchange.Asked("room_alias")
            : visit.Asks("user/devices") ? visit.Exchange.Values.GetValueOrDefault("userId")
            : null;
        if (one is not null)
        {
            asked.Add(one);
        }

        return asked;
    }
}
