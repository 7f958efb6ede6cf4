using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Devices are those of the user who was asked for.</summary>
internal sealed class FED051 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED051);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node user = visit.Answer.Map.Get("user_id"u8);
        if (visit.Is("user/devices") && visit.Exchange.Values.TryGetValue("userId", out string? asked) && user.AsString() is { } found && found != asked)
        {
            visit.Report(Id, visit.Answer, user, ("user", found), ("asked", asked));
        }
    }
}
