using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A join is authorised by a user of the server that makes its template.</summary>
internal sealed class FED013 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED013);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node user = visit.Answer.Map.Get("event"u8).Get("content"u8).Get("join_authorised_via_users_server"u8);
        if (visit.Is("make_join") && visit.Exchange.Destination is { } server && user.AsString() is { } name && ServerNames.Of(name) is { } found && found != server)
        {
            visit.Report(Id, visit.Answer, user, ("user", name), ("server", server));
        }
    }
}
