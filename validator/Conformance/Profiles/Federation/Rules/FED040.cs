using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A server publishes its own keys.</summary>
internal sealed class FED040 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED040);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        Node name = visit.Answer.Map.Get("server_name"u8);
        if (visit.Is("keys/server") && visit.Exchange.Destination is { } asked && name.AsString() is { } found && found != asked)
        {
            visit.Report(Id, visit.Answer, name, ("found", found), ("asked", asked));
        }
    }
}
